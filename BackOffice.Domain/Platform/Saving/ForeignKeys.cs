namespace BackOffice.Domain.Platform.Saving;

/// <summary>Says in a sentence that a record cannot go because others name it, when a foreign key of the database refuses it.</summary>
internal static class ForeignKeys
{
    public static Fault? FaultOf(DbUpdateException failure) =>
        IsViolatedBy(failure) && failure.Entries.Any(e => e.State == EntityState.Deleted) ? new Fault(null, "Other records still name it, so it cannot be removed.") : null;

    // SQLite: 19 with extended code 787; SQL Server: 547. The provider's exception is not referenced here.
    private static bool IsViolatedBy(DbUpdateException failure) =>
        failure.InnerException is { } inner && (inner.Message.Contains("FOREIGN KEY constraint failed", StringComparison.Ordinal) || inner.GetType().GetProperty("Number")?.GetValue(inner) is 547);
}
