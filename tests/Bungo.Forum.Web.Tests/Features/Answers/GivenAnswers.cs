using Bungo.Forum.Domain.Accounts;
using Bungo.Forum.Domain.Answers;
using Bungo.Forum.Domain.Discussions;
using Bungo.Forum.Web.Data;
using Bungo.Forum.Web.Features.Answers;
using Bungo.Forum.Web.Tests.Features.Consultations;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Bungo.Forum.Web.Tests.Features.Answers;

internal static class GivenAnswers
{
    /// <summary>An input in a consultation of its own, answered by an official.</summary>
    public static async Task<Post> AnAnsweredInputAsync(this ForumHost host, Account? by = null)
    {
        var consultation = await host.AConsultationAsync("PPPK-" + Guid.NewGuid().ToString("N")[..8].ToUpperInvariant());
        var input = await host.APostAsync(await host.TopicOfAsync(consultation, "K-1"), by);
        var official = await host.AnAccountAsync(Role.Pejabat);
        await using var scope = host.Services.CreateAsyncScope();
        var (db, desk) = (scope.ServiceProvider.GetRequiredService<ForumDb>(), scope.ServiceProvider.GetRequiredService<AnswerDesk>());
        await desk.TakeAsync([input.Id], default);
        var draft = new AnswerDraft(Disposition.NotAdopted, "Tidak kami terima karena pasal 22.");
        var given = await desk.AnswerAsync(
            await db.Consultations.SingleAsync(c => c.Id == consultation.Id), [input.Id], draft, null, await db.Accounts.SingleAsync(a => a.Id == official.Id), _ => { }, default);
        Assert.False(given.IsRefused(out _));
        return input;
    }
}
