using BackOffice.Domain.Tasks.Lists;
using BackOffice.Domain.Tasks.Work;

namespace BackOffice.Portal.Tasks;

/// <summary>What the demo company has to do.</summary>
internal static class SampleTasks
{
    public const string Description = "What is agreed stands here:\n\n- **who** is asked first\n- what it may cost\n- where the papers are kept";

    public static readonly (string Name, LabelColour Colour)[] Labels = [("Customer", LabelColour.Blue), ("Money", LabelColour.Green), ("Law", LabelColour.Red)];

    public static readonly (string Name, string Purpose, (string Title, int Days, int Hours, StateGroup State, string[] Checks)[] Tasks)[] Lists =
    [
        ("Warehouse move", "Everything until the new hall in Korangi is at work.",
        [
            ("Agree on the floor plan with the landlord", -4, 6, StateGroup.InProgress, ["Send the plan", "Have it signed"]),
            ("Order the racks", 5, 4, StateGroup.ToDo, []),
            ("Label the new places", 12, 16, StateGroup.ToDo, ["Print the labels", "Stick them on", "Scan every one"]),
            ("Shelve the first delivery", 3, 8, StateGroup.ToDo, []),
            ("Check the supplier's invoice", 6, 2, StateGroup.ToDo, []),
            ("Insure the new hall", -9, 3, StateGroup.Done, ["Ask three insurers"]),
            ("Move the slow movers", 16, 40, StateGroup.Backlog, []),
            ("Train the drivers on the new ramp", 10, 6, StateGroup.Waiting, []),
            ("Take leave of the old landlord", 30, 2, StateGroup.Backlog, []),
        ]),
        ("Office", "What has to be done day by day.",
        [
            ("Answer the bank about the credit line", -1, 3, StateGroup.InProgress, ["Last three statements", "Signed form"]),
            ("Renew the trade licence", 2, 4, StateGroup.ToDo, ["Fee paid", "Photographs"]),
            ("Call back the customers of the recalled batch", 0, 10, StateGroup.InProgress, []),
            ("Prepare the interviews for the storekeeper", 4, 5, StateGroup.ToDo, []),
            ("Compare three offers for cleaning", 8, 2, StateGroup.ToDo, []),
            ("Write the holiday plan", 14, 6, StateGroup.ToDo, []),
            ("Pay the customs duty for the last container", -2, 1, StateGroup.Waiting, []),
            ("Repair the air conditioning on the first floor", 1, 2, StateGroup.Waiting, []),
            ("File last year's delivery notes", 45, 12, StateGroup.Backlog, []),
            ("Cancel the old telephone contract", -20, 1, StateGroup.Cancelled, []),
        ]),
    ];

    public static readonly (string Name, string Purpose, (string Title, string? Role, int After, int? Waits)[] Tasks)[] Templates =
    [
        ("Onboarding", "The first days of a newcomer.",
        [
            ("Prepare desk, computer and key card", "IT", -3, null), ("Enter the newcomer into the payroll", "Human resources", -2, null), ("Welcome and walk through the house", "Manager", 0, 1),
            ("Read and sign the house rules", "Newcomer", 1, 3), ("First talk about goals", "Manager", 5, 3), ("Look back after three months", "Manager", 60, 5),
        ]),
        ("Month close", "What has to be done before a month is closed.",
        [
            ("Count the cash", "Cashier", 1, null), ("Enter the last supplier invoices", "Accountant", 2, null), ("Compare bank statements", "Accountant", 3, 2), ("Go through open items", "Accountant", 4, 3), ("Close the month", "Head of finance", 5, 4),
        ]),
    ];
}
