using System.Diagnostics;
using System.Globalization;

namespace BackOffice.Portal.Platform.Jobs;

/// <summary>Names the process that carries out a run, so that a later one can tell whether it is still alive.</summary>
public static class ThisProcess
{
    /// <summary>Machine, process number and start: a number that is given again to another process is not taken for the same.</summary>
    public static string Name { get; } = NameOf(Process.GetCurrentProcess());

    /// <summary>True when the process ran on this machine and has ended.</summary>
    public static bool IsGone(string name)
    {
        var parts = name.Split('/');
        if (parts.Length != 3 || parts[0] != Environment.MachineName) return false;
        try
        {
            using var process = Process.GetProcessById(int.Parse(parts[1], CultureInfo.InvariantCulture));
            // The system reckons a start from the wall clock, which is set now and then: a few seconds make no other process.
            return Math.Abs(long.Parse(NameOf(process).Split('/')[2], CultureInfo.InvariantCulture) - long.Parse(parts[2], CultureInfo.InvariantCulture)) > 500;
        }
        catch (ArgumentException)
        {
            // The system knows no process of this number.
            return true;
        }
    }

    private static string NameOf(Process process) =>
        string.Create(CultureInfo.InvariantCulture, $"{Environment.MachineName}/{process.Id}/{process.StartTime.ToUniversalTime():yyyyMMddHHmmssff}");
}
