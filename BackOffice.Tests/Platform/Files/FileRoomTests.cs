using System.Text;
using BackOffice.Domain.Platform.Files;
using BackOffice.Domain.Platform.Jobs;
using BackOffice.Domain.Tasks;
using BackOffice.Domain.Tasks.Lists;
using BackOffice.Domain.Tasks.Work;
using BackOffice.Tests.Tasks;

namespace BackOffice.Tests.Platform.Files;

public sealed class FileRoomTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static MemoryStream Text(string text) => new(Encoding.UTF8.GetBytes(text));

    private static string[] Kept(TaskHouse house) => Directory.Exists(Path.Combine(house.House.Folder, "files")) ? Directory.GetFiles(Path.Combine(house.House.Folder, "files"), "*", SearchOption.AllDirectories) : [];

    private static Task<Domain.Platform.Proofs.ProofResult> ProveAsync(TaskHouse house) => house.ReadAsync(db => house.Get<FileProof>().RunAsync(db, Ct));

    [Fact]
    public async Task A_file_comes_back_as_it_was_brought()
    {
        await using var house = await TaskHouse.OpenAsync();
        var record = RecordRef.Of<WorkItem>(await house.TaskAsync("a"));
        var id = await house.Get<FileRoom>().AttachAsync(record, "C:\\work\\..\\offer\u0001 <1>.pdf", "application/pdf", Text("content"), ct: Ct);
        await house.Get<FileRoom>().AttachAsync(record, "again.txt", null, Text("content"), ct: Ct);

        var (file, content) = await house.Get<FileRoom>().OpenAsync(id, Ct);
        await using (content) Assert.Equal("content", await new StreamReader(content).ReadToEndAsync(Ct));
        Assert.Equal(("offer 1.pdf", 7), (file.Name, file.Bytes));
        // The same content lies there once, and nothing half-written beside it.
        Assert.Equal(file.Hash, Path.GetFileName(Assert.Single(Kept(house))));
        Assert.True((await ProveAsync(house)).Holds);
    }

    [Fact]
    public async Task Whoever_may_not_see_the_record_neither_reads_nor_brings_a_file()
    {
        await using var house = await TaskHouse.OpenAsync();
        var (member, stranger) = (await house.WorkerAsync("Member"), await house.WorkerAsync("Stranger"));
        var list = await house.Get<ListBook>().StartAsync("Secret", ct: Ct);
        await house.Get<ListDoor>().AdmitAsync(list, member.PersonId, mayEdit: true, Ct);
        var record = RecordRef.Of<WorkItem>(await house.Get<TaskDesk>().AddAsync(new WorkItem { ListId = list, Title = "a" }, ct: Ct));
        var id = await house.As<FileRoom>(member).AttachAsync(record, "a.txt", null, Text("secret"), ct: Ct);

        await Assert.ThrowsAsync<RecordMissing>(() => house.As<FileRoom>(stranger).OpenAsync(id, Ct));
        await Assert.ThrowsAsync<RecordMissing>(() => house.As<FileRoom>(stranger).AttachAsync(record, "b.txt", null, Text("other"), ct: Ct));
        await Assert.ThrowsAsync<AccessDenied>(async () => await house.House.As<FileRoom>(await house.House.PersonAsync("Nobody", "inventory.view")).OpenAsync(id, Ct));
        Assert.Single(Kept(house));
        // The right is asked again at each reading.
        await house.Get<ListDoor>().DismissAsync(list, (await house.Get<ListBook>().GetAsync(list, Ct)).Members.Single(m => m.PersonId == member.PersonId).Id, Ct);
        await Assert.ThrowsAsync<RecordMissing>(() => house.As<FileRoom>(member).OpenAsync(id, Ct));
    }

    [Fact]
    public async Task A_broken_upload_leaves_nothing_behind()
    {
        await using var house = await TaskHouse.OpenAsync();
        var record = RecordRef.Of<WorkItem>(await house.TaskAsync("a"));

        await Assert.ThrowsAsync<IOException>(() => house.Get<FileRoom>().AttachAsync(record, "a.bin", null, new BrokenStream(), ct: Ct));

        Assert.Empty(Kept(house));
        Assert.Empty(await house.Get<FileRoom>().OfAsync(record, Ct));
    }

    [Fact]
    public async Task A_changed_or_lost_file_is_found_by_the_proof()
    {
        await using var house = await TaskHouse.OpenAsync();
        var record = RecordRef.Of<WorkItem>(await house.TaskAsync("a"));
        await house.Get<FileRoom>().AttachAsync(record, "a.txt", null, Text("content"), ct: Ct);
        await File.WriteAllTextAsync(Kept(house)[0], "CONTENT", Ct);
        Assert.Equal($"a.txt of {record}: its content is not what was kept.", Assert.Single((await ProveAsync(house)).Faults));
        File.Delete(Kept(house)[0]);

        Assert.Equal($"a.txt of {record}: its content is missing from the store.", Assert.Single((await ProveAsync(house)).Faults));
    }

    [Fact]
    public async Task Content_that_no_record_names_is_swept_away_after_a_day()
    {
        await using var house = await TaskHouse.OpenAsync();
        var record = RecordRef.Of<WorkItem>(await house.TaskAsync("a"));
        await house.Get<FileRoom>().AttachAsync(record, "kept.txt", null, Text("kept"), ct: Ct);
        var gone = await house.Get<FileRoom>().AttachAsync(record, "gone.txt", null, Text("gone"), ct: Ct);
        await house.Get<FileRoom>().RemoveAsync(gone, Ct);
        foreach (var file in Kept(house)) File.SetLastWriteTimeUtc(file, house.House.Clock.GetUtcNow().UtcDateTime);
        async Task SweepAsync() => await house.Get<FileSweep>().RunAsync(new RunningJob((_, _, _) => Task.CompletedTask), Ct);

        await SweepAsync();
        Assert.Equal(2, Kept(house).Length);
        house.House.Clock.Advance(TimeSpan.FromDays(2));
        await SweepAsync();

        Assert.Single(Kept(house));
        Assert.True((await ProveAsync(house)).Holds);
    }

    private sealed class BrokenStream : MemoryStream
    {
        private int _left = 3;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            _left-- > 0 ? ValueTask.FromResult(buffer.Length) : throw new IOException("The line is dead.");
    }
}
