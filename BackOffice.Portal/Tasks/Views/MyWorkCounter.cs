using BackOffice.Domain.Tasks.Work;
using BackOffice.Portal.Platform.Shell;

namespace BackOffice.Portal.Tasks.Views;

/// <summary>How many of my tasks are late.</summary>
internal sealed class MyWorkCounter(TaskBook book) : INavCounter
{
    /// <inheritdoc/>
    public Type Page => typeof(MyWorkPage);

    /// <inheritdoc/>
    public async Task<int> CountAsync(CancellationToken ct) => (await book.MineAsync(ct)).Late;
}
