using Bungo.Forum.Web.Platform;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.OutputCaching;

namespace Bungo.Forum.Web.Features.Home;

/// <summary>What this forum is, what it decides and what it does not, and how a stranger checks it.</summary>
[AllowAnonymous, OutputCache(PolicyName = PublicCache.Name)]
public sealed class AboutPage : ForumPage;
