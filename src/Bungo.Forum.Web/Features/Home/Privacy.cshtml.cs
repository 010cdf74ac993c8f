using Bungo.Forum.Web.Platform;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.OutputCaching;

namespace Bungo.Forum.Web.Features.Home;

/// <summary>What is known of a visitor and a member, what is public, and what can be erased.</summary>
[AllowAnonymous, OutputCache(PolicyName = PublicCache.Name)]
public sealed class PrivacyPage : ForumPage;
