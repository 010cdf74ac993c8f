using Bungo.Forum.Web.Platform;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.OutputCaching;

namespace Bungo.Forum.Web.Features.Moderation;

[AllowAnonymous, OutputCache(PolicyName = PublicCache.Name)]
public sealed class RulesPage : ForumPage;
