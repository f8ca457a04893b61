using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace BackOffice.Domain.Platform.Saving;

/// <summary>Instants are stored and come back in UTC.</summary>
internal sealed class UtcConverter() : ValueConverter<DateTime, DateTime>(
    v => v.Kind == DateTimeKind.Utc ? v : DateTime.SpecifyKind(v, DateTimeKind.Utc), v => DateTime.SpecifyKind(v, DateTimeKind.Utc));

/// <summary>Secrets are stored as their text.</summary>
internal sealed class SecretConverter() : ValueConverter<Secret, string>(v => v.Text, v => Secret.Of(v));

/// <summary>Time zones are stored by their IANA name.</summary>
internal sealed class TimeZoneConverter() : ValueConverter<TimeZoneInfo, string>(v => v.Id, v => TimeZoneInfo.FindSystemTimeZoneById(v));
