using System.Diagnostics;
using System.Diagnostics.Metrics;
using BackOffice.Domain.Platform.Jobs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace BackOffice.Portal.Platform.Operations;

/// <summary>Traces and figures for whoever watches the portal from outside; collected only when somebody is told to receive them.</summary>
internal static class Telemetry
{
    private const string Name = "BackOffice";
    private static readonly ActivitySource Traces = new(Name);
    private static readonly Meter Figures = new(Name);
    private static readonly Histogram<double> RunSeconds = Figures.CreateHistogram<double>("backoffice.job.duration", "s", "How long runs of jobs take.");

    /// <summary>Sends to the address in OpenTelemetry:Endpoint, or in the usual OTEL_EXPORTER_OTLP_ENDPOINT.</summary>
    public static void AddTelemetry(this WebApplicationBuilder builder)
    {
        if (((string?[])[builder.Configuration["OpenTelemetry:Endpoint"], builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"]]).FirstOrDefault(e => !string.IsNullOrWhiteSpace(e)) is not { } endpoint) return;
        if (!Uri.TryCreate(endpoint, UriKind.Absolute, out var address))
            throw new RuleBroken(new Fault(null, "OpenTelemetry:Endpoint is \"{0}\", which is no address. Write it as http://collector:4317.", endpoint));
        builder.Services.AddOpenTelemetry()
            .WithTracing(t => t.AddSource(Name, "Microsoft.AspNetCore.Components").AddAspNetCoreInstrumentation(a => a.Filter = http => !http.Request.Path.StartsWithSegments("/health", StringComparison.Ordinal)).AddOtlpExporter(o => o.Endpoint = address))
            .WithMetrics(m => m.AddMeter(Name, "Microsoft.AspNetCore.Components", "Microsoft.AspNetCore.Components.Server.Circuits").AddAspNetCoreInstrumentation().AddRuntimeInstrumentation().AddOtlpExporter(o => o.Endpoint = address));
    }

    /// <summary>A run begins; dispose the answer when it ends.</summary>
    public static Activity? StartRun(string jobId, long runId) => Traces.StartActivity($"job {jobId}")?.SetTag("backoffice.job", jobId).SetTag("backoffice.run", runId);

    /// <summary>A run has ended.</summary>
    public static void RunEnded(string jobId, JobState state, DateTime startedAt, DateTime endedAt) =>
        RunSeconds.Record((endedAt - startedAt).TotalSeconds, new("backoffice.job", jobId), new("backoffice.result", state.ToString()));
}
