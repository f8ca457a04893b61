namespace BackOffice.Portal.Platform.Mail;

/// <summary>Sets up mail: without a server it is written and waits in the outbox.</summary>
internal static class MailSetup
{
    public static void AddMail(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton(MailSettings.Of(builder.Configuration));
        builder.Services.AddSingleton<LetterWriter>();
        builder.Services.AddSingleton<Postman>();
        builder.Services.AddHostedService(sp => sp.GetRequiredService<Postman>());
    }
}
