using Bungo.Forum.Web.Platform;
using Microsoft.AspNetCore.Authorization;

namespace Bungo.Forum.Web.Features.Accounts;

/// <summary>The same page for a new, an unconfirmed and a known address.</summary>
[AllowAnonymous]
public sealed class RegistrationSentPage : ForumPage;
