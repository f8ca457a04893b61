using BackOffice.Domain.Platform.Rights;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;

namespace BackOffice.Portal.Platform.Security;

/// <summary>Tells the pages of a circuit when their person's rights have changed, or that he is nobody any more.</summary>
internal sealed class LiveSignIn : ServerAuthenticationStateProvider, IDisposable
{
    private readonly RightsWatch _rights;
    private (long Id, IDisposable Watching)? _person;

    public LiveSignIn(RightsWatch rights)
    {
        _rights = rights;
        AuthenticationStateChanged += Follow;
    }

    public void Dispose()
    {
        AuthenticationStateChanged -= Follow;
        _person?.Watching.Dispose();
    }

    private async void Follow(Task<AuthenticationState> changed)
    {
        var person = (await changed).User;
        if (PersonClaims.AccountOf(person) is not { } id || _person?.Id == id) return;
        _person?.Watching.Dispose();
        _person = (id, _rights.Watch(id, rights => SetAuthenticationState(Task.FromResult(new AuthenticationState(rights.Enabled ? person : PersonClaims.Nobody)))));
    }
}
