using System.Security.Claims;
using Bungo.Forum.Domain.Accounts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Identity;

namespace Bungo.Forum.Web.Platform.Security;

/// <summary>
/// Deny by default: what says nothing asks for a signed-in member, what is public says so. A policy is the
/// name of a <see cref="Permission"/>; roles are asked for nowhere. Headers allow nothing from other hosts
/// and no inline script; the one inline style a page may have (a viewer's own marks) carries a nonce.
/// </summary>
public static class SecurityFeature
{
    private const string ByPath = "by-path";

    public static IServiceCollection AddSecurity(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddHttpContextAccessor();
        services.AddScoped<Viewer>();
        services.AddScoped<Attempts>();
        services.AddSingleton<Rescue>();
        services.AddAuthentication(ByPath)
            .AddScheme<AuthenticationSchemeOptions, TokenHandler>(TokenHandler.SchemeName, null)
            .AddPolicyScheme(ByPath, null, o => o.ForwardDefaultSelector = http =>
                http.Request.Path.StartsWithSegments(TokenHandler.Root) ? TokenHandler.SchemeName : IdentityConstants.ApplicationScheme);
        services.AddCookieKeys(configuration);
        services.AddAuthorization(o =>
        {
            o.FallbackPolicy = new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build();
            foreach (var permission in Enum.GetValues<Permission>())
                o.AddPolicy(permission.ToString(), p => p.RequireAssertion(c =>
                    Enum.TryParse<Role>(c.User.FindFirstValue(Viewer.RoleClaim), out var role) && role.Allows(permission)));
        });
        services.AddAntiforgery(o =>
        {
            o.Cookie.Name = "formulir";
            o.FormFieldName = "form_token";
            o.HeaderName = "X-Form-Token";
        });
        services.Configure<ForwardedHeadersOptions>(o =>
        {
            o.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
        });
        return services;
    }

    public static WebApplication UseSecurity(this WebApplication app)
    {
        app.UseSecurityHeaders(Headers());
        app.Use(AnswerWhatIsNowhere);
        app.UseAuthentication();
        app.UseRateLimits();
        app.UseAuthorization();
        return app;
    }

    // Deny by default would ask people to sign in for an address that does not exist. What routing itself answers
    // (no such method here, no such kind of content) is no route of ours and needs nobody's permission.
    private static Task AnswerWhatIsNowhere(HttpContext http, RequestDelegate next)
    {
        switch (http.GetEndpoint())
        {
            case null:
                http.Response.StatusCode = StatusCodes.Status404NotFound;
                return Task.CompletedTask;
            case RouteEndpoint:
                return next(http);
            case var refusal:
                return refusal.RequestDelegate!(http);
        }
    }

    private static HeaderPolicyCollection Headers() => new HeaderPolicyCollection()
        .AddFrameOptionsDeny()
        .AddContentTypeOptionsNoSniff()
        .AddReferrerPolicyStrictOriginWhenCrossOrigin()
        .AddCrossOriginOpenerPolicy(b => b.SameOrigin())
        .AddPermissionsPolicy(b =>
        {
            b.AddDefaultSecureDirectives();
            // The lobby's board keeps its screen awake; a passkey is made and used on the account's own pages.
            foreach (var feature in (string[])["screen-wake-lock", "publickey-credentials-get", "publickey-credentials-create"])
                b.AddCustomFeature(feature, "(self)");
        })
        .RemoveServerHeader()
        .AddContentSecurityPolicy(b =>
        {
            b.AddDefaultSrc().Self();
            b.AddScriptSrc().Self();
            b.AddStyleSrc().Self().WithNonce();
            b.AddImgSrc().Self().Data();
            b.AddObjectSrc().None();
            b.AddBaseUri().Self();
            b.AddFormAction().Self();
            b.AddFrameAncestors().None();
        });
}
