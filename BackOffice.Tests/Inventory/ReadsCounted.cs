using System.Diagnostics;
using BackOffice.Tests.Platform;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace BackOffice.Tests.Inventory;

/// <summary>Counts and keeps the SELECT statements that one house sends while it lives.</summary>
internal sealed class ReadsCounted : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private readonly string _folder;
    private readonly List<IDisposable> _subscriptions = [];
    private readonly System.Collections.Concurrent.ConcurrentQueue<string> _texts = [];

    public ReadsCounted(TestHouse house)
    {
        _folder = house.Folder;
        _subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));
    }

    public int Count => _texts.Count;

    public IReadOnlyCollection<string> Texts => _texts;

    void IObserver<DiagnosticListener>.OnNext(DiagnosticListener value)
    {
        if (value.Name == DbLoggerCategory.Name) _subscriptions.Add(value.Subscribe(this));
    }

    void IObserver<KeyValuePair<string, object?>>.OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Value is CommandExecutedEventData { Command: var command } && command.Connection?.DataSource.StartsWith(_folder, StringComparison.Ordinal) == true && command.CommandText.StartsWith("SELECT", StringComparison.Ordinal))
            _texts.Enqueue(command.CommandText);
    }

    void IObserver<DiagnosticListener>.OnCompleted() { }
    void IObserver<DiagnosticListener>.OnError(Exception error) { }
    void IObserver<KeyValuePair<string, object?>>.OnCompleted() { }
    void IObserver<KeyValuePair<string, object?>>.OnError(Exception error) { }

    public void Dispose() => _subscriptions.ForEach(s => s.Dispose());
}
