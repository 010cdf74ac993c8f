using System.Globalization;
using System.Security.Claims;
using System.Text.Encodings.Web;
using Bungo.Forum.Domain;
using Bungo.Forum.Domain.Accounts;
using Bungo.Forum.Web.Data;
using Bungo.Forum.Web.Platform.Api;
using Bungo.Forum.Web.Platform.Language;
using Microsoft.AspNetCore.Authentication;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Bungo.Forum.Web.Platform.Security;

/// <summary>
/// Lets a program in by <c>Authorization: Bearer</c>, under <c>/api</c> and nowhere else; a cookie, in turn,
/// means nothing there, so no other site can make a browser write through the API. The token is looked up by
/// its digest at each request: revoking it, deleting the account or changing the role counts at once.
/// </summary>
public sealed class TokenHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, ForumDb db)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string SchemeName = "token";
    public static readonly PathString Root = "/api";

    private const string Bearer = "Bearer ";
    private const int LongestToken = 100;
    private static readonly TimeSpan UseGrain = TimeSpan.FromHours(1);

    private Refusal _refusal = AccountRefusals.TokenMissing;

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization.ToString();
        if (!header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase)) return AuthenticateResult.NoResult();
        var text = header[Bearer.Length..].Trim();
        var now = TimeProvider.GetUtcNow();
        var digest = text.Length > LongestToken ? [] : AccessToken.DigestOf(text);
        var found = await db.AccessTokens.AsNoTracking().Where(t => t.Digest == digest && t.ExpiresAt > now)
            .Select(t => new { t.Id, t.LastUsedAt, t.SignIn!.Account }).FirstOrDefaultAsync(Context.RequestAborted);
        if (found is null || found.Account.IsDeleted) return Fail(AccountRefusals.TokenInvalid);
        if (found.Account.IsSuspendedAt(now)) return Fail(AccountRefusals.Suspended);

        if (found.LastUsedAt is null || found.LastUsedAt < now - UseGrain)
            await db.AccessTokens.Where(t => t.Id == found.Id).ExecuteUpdateAsync(set => set.SetProperty(t => t.LastUsedAt, now), Context.RequestAborted);
        var bearer = new ClaimsIdentity(
            [
                new(ClaimTypes.NameIdentifier, found.Account.Id.ToString(CultureInfo.InvariantCulture)),
                new(Viewer.NameClaim, found.Account.Name),
                new(Viewer.RoleClaim, found.Account.Role.ToString()),
            ],
            SchemeName);
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(bearer), SchemeName));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.Headers.WWWAuthenticate = _refusal == AccountRefusals.TokenMissing ? "Bearer" : "Bearer error=\"invalid_token\"";
        return AnswerAsync(_refusal);
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) => AnswerAsync(AccountRefusals.NotAllowed);

    private AuthenticateResult Fail(Refusal refusal)
    {
        _refusal = refusal;
        return AuthenticateResult.Fail(refusal.Code);
    }

    private Task AnswerAsync(Refusal refusal) => Context.RequestServices.GetRequiredService<RefusalTexts>().Problem(refusal).ExecuteAsync(Context);
}
