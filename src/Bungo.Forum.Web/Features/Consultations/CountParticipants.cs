using Bungo.Forum.Web.Data;
using Bungo.Forum.Web.Platform.Acts;
using Bungo.Forum.Web.PublicActs;
using Microsoft.EntityFrameworkCore;

namespace Bungo.Forum.Web.Features.Consultations;

/// <summary>Notes who takes part, so that the page's "people" is a count of rows and never of posts.</summary>
public sealed class CountParticipants(ForumDb db) : IActListener
{
    public async Task OnActAsync(Act act, CancellationToken cancel)
    {
        if (act is not PostAdded { Topic.ConsultationId: { } consultation } added) return;
        await db.Database.ExecuteSqlAsync(
            $"insert into participant (consultation_id, account_id) values ({consultation}, {added.Author.Id}) on conflict do nothing", cancel);
    }
}
