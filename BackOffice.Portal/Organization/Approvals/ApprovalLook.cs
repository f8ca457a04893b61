using BackOffice.Domain.Organization.Approvals;
using BackOffice.Portal.Platform.Languages;
using BackOffice.Portal.Platform.Parts;
using Microsoft.Extensions.Localization;

namespace BackOffice.Portal.Organization.Approvals;

/// <summary>How states of approvals read and look.</summary>
internal static class ApprovalLook
{
    public static Tone ToneOf(ApprovalState state) => state switch
    {
        ApprovalState.Waiting => Tone.Warn,
        ApprovalState.Approved => Tone.Ok,
        ApprovalState.Rejected or ApprovalState.Revoked => Tone.Bad,
        ApprovalState.SentBack or ApprovalState.Expired => Tone.Warn,
        _ => Tone.Idle,
    };

    public static Tone ToneOf(StepState state) => state switch
    {
        StepState.Waiting or StepState.SentBack => Tone.Warn,
        StepState.Approved => Tone.Ok,
        StepState.Rejected => Tone.Bad,
        _ => Tone.Idle,
    };

    /// <summary>Who is asked at a place, with his position then.</summary>
    public static string Approver(IStringLocalizer texts, ApprovalStep step) => step.ApproverName ?? texts["Whoever may approve that much"];

    /// <summary>The kind of document in the reader's words.</summary>
    public static string Document(IStringLocalizer texts, string kind) => DocumentKind.All.FirstOrDefault(d => d.Kind == kind) is { } document ? texts[document.Words].Value : kind;

    /// <summary>Who has been asked because nobody decided in time.</summary>
    public static string? Reached(IStringLocalizer texts, ApprovalStep step) => step.State != StepState.Waiting ? null : step.Reach switch
    {
        StepReach.Reminded => texts["was reminded"].Value,
        StepReach.Deputy => texts["deputies were asked too"].Value,
        StepReach.Manager => texts["the next manager may decide too"].Value,
        _ => null,
    };
}
