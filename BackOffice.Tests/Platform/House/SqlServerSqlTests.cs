using System.Data;
using System.Data.Common;
using System.Reflection;
using BackOffice.Domain.Platform.Facts;
using BackOffice.Domain.Platform.Proofs;
using BackOffice.Portal.Platform.Data;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace BackOffice.Tests.Platform.House;

/// <summary>Stands in for a SQL Server where none can run: every reading use case is asked under that provider, each statement it would send is parsed as Transact-SQL and answered with no rows.</summary>
public sealed class SqlServerSqlTests
{
    public static TheoryData<string> UseCases => [.. Types().Select(t => t.FullName!)];

    [Theory]
    [MemberData(nameof(UseCases))]
    public async Task Every_question_of_a_use_case_is_valid_transact_sql(string useCase)
    {
        var listener = new Listener();
        await using var services = Services(listener);
        var type = typeof(Office).Assembly.GetType(useCase)!;
        foreach (var method in type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly).Where(m => m.ReturnType.IsAssignableTo(typeof(Task)) && m.GetParameters().All(p => Sample(p) is not Unknown)))
        {
            await using var scope = services.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<CurrentActor>().Actor = Actor.Operator("test");
            var fault = await Record.ExceptionAsync(() => (Task)method.Invoke(scope.ServiceProvider.GetRequiredService(type), [.. method.GetParameters().Select(Sample)])!);
            // With no rows to read, rules may refuse and single answers are missing; a question that cannot be put into SQL is the fault looked for.
            Assert.False(fault?.Message.Contains("could not be translated", StringComparison.Ordinal) == true, $"{method.Name}: {fault?.Message}");
            Assert.True(fault is not NotSupportedException, $"{method.Name}: {fault?.Message}");
        }
        Assert.Empty(listener.Faults);
    }

    [Fact]
    public async Task Every_proof_is_valid_transact_sql()
    {
        var listener = new Listener();
        await using var services = Services(listener);
        await using var scope = services.CreateAsyncScope();
        foreach (var proof in scope.ServiceProvider.GetServices<IProof>())
        {
            await using var db = scope.ServiceProvider.GetRequiredService<OpenDb>()();
            db.Enter(Actor.Operator("test"), TimeProvider.System, TimeZoneInfo.Utc, services.GetRequiredService<Grapevine>(), tracking: false);
            var fault = await Record.ExceptionAsync(() => proof.RunAsync(db, TestContext.Current.CancellationToken));
            Assert.False(fault?.Message.Contains("could not be translated", StringComparison.Ordinal) == true, $"{proof.Name}: {fault?.Message}");
        }
        Assert.NotEqual(0, listener.Statements);
        Assert.Empty(listener.Faults);
    }

    [Fact]
    public async Task Every_standing_question_is_valid_transact_sql()
    {
        var listener = new Listener();
        await using var services = Services(listener);
        await using var db = services.GetRequiredService<OpenDb>()();
        var questions = typeof(Office).Assembly.GetTypes().SelectMany(t => t.GetFields(BindingFlags.Static | BindingFlags.NonPublic)).Where(f => f.FieldType.IsGenericType && f.FieldType.Name.StartsWith("Func`", StringComparison.Ordinal)
            && f.FieldType.GenericTypeArguments is [var first, .., { IsGenericType: true } answer] && first == typeof(BackOfficeDb) && answer.GetGenericTypeDefinition() == typeof(IAsyncEnumerable<>)).ToList();
        foreach (var question in questions)
        {
            object[] about = [db, .. question.FieldType.GenericTypeArguments[1..^1].Select(About)];
            var rows = ((Delegate)question.GetValue(null)!).DynamicInvoke(about)!;
            await ((Task)typeof(SqlServerSqlTests).GetMethod(nameof(CountAsync), BindingFlags.Static | BindingFlags.NonPublic)!.MakeGenericMethod(question.FieldType.GenericTypeArguments[^1].GenericTypeArguments[0]).Invoke(null, [rows])!);
        }
        Assert.Equal(questions.Count, listener.Statements);
        Assert.Empty(listener.Faults);
    }

    private static object About(Type type) => type == typeof(long[]) ? new[] { 1L, 2L, 3L } : type == typeof(string) ? "abc" : Activator.CreateInstance(type)!;

    private static async Task CountAsync<T>(IAsyncEnumerable<T> rows) => Assert.Equal(0, await rows.CountAsync(TestContext.Current.CancellationToken));

    private static IEnumerable<Type> Types() => typeof(Office).Assembly.GetTypes()
        .Where(t => t is { IsClass: true, IsAbstract: false, IsNested: false, IsPublic: true } && t != typeof(Office) && t.GetConstructors().Any(c => c.GetParameters().Any(p => p.ParameterType == typeof(Office))));

    private static object? Sample(ParameterInfo parameter) => parameter.ParameterType switch
    {
        var t when t == typeof(CancellationToken) => TestContext.Current.CancellationToken,
        var t when t == typeof(GridQuery) => new GridQuery { Skip = 20, Search = "abc" },
        var t when t == typeof(string) => "abc",
        var t when t == typeof(long) => 1L,
        var t when t == typeof(int) => 1,
        var t when t == typeof(bool) => false,
        var t when t == typeof(decimal) => 1m,
        var t when t == typeof(DateOnly) => new DateOnly(2026, 11, 23),
        var t when t == typeof(DateTime) => new DateTime(2026, 11, 23, 0, 0, 0, DateTimeKind.Utc),
        var t when t == typeof(RecordRef) => new RecordRef("platform.account", 1),
        var t when t.IsEnum => Enum.GetValues(t).GetValue(0),
        var t when Nullable.GetUnderlyingType(t) is not null || parameter.HasDefaultValue => null,
        _ => new Unknown(),
    };

    private static ServiceProvider Services(Listener listener)
    {
        var services = new ServiceCollection().AddLogging().AddOffice(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Database:Provider"] = "SqlServer",
            ["ConnectionStrings:SqlServer"] = "Server=127.0.0.1,1;Connect Timeout=1;Encrypt=false",
            ["Audit:HeadFile"] = Path.Combine(Path.GetTempPath(), "no-audit-head.log"),
        }).Build());
        services.AddSingleton<OpenDb>(() => new SqlServerDb(new DbContextOptionsBuilder<SqlServerDb>().UseSqlServer("Server=127.0.0.1,1").AddInterceptors(listener, new Closed()).Options));
        return services.BuildServiceProvider();
    }

    private sealed record Unknown;

    private sealed class Closed : DbConnectionInterceptor
    {
        public override ValueTask<InterceptionResult> ConnectionOpeningAsync(DbConnection connection, ConnectionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default) => new(InterceptionResult.Suppress());
    }

    private sealed class Listener : DbCommandInterceptor
    {
        public List<string> Faults { get; } = [];

        public int Statements { get; private set; }

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            Statements++;
            using var text = new StringReader(command.CommandText);
            new TSql160Parser(initialQuotedIdentifiers: true).Parse(text, out var errors);
            Faults.AddRange(errors.Select(e => $"{e.Message}: {command.CommandText}"));
            using var nothing = new DataTable();
            return new(InterceptionResult<DbDataReader>.SuppressWithResult(nothing.CreateDataReader()));
        }
    }
}
