using Bungo.Forum.Domain;
using Bungo.Forum.Domain.Accounts;
using Bungo.Forum.Domain.Polls;
using Bungo.Forum.Web.Data;
using Bungo.Forum.Web.Platform;
using Bungo.Forum.Web.Platform.Acts;
using Bungo.Forum.Web.Platform.Language;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using static Bungo.Forum.Web.Platform.Language.Texts;

namespace Bungo.Forum.Web.Features.Polls;

[Authorize(Policy = nameof(Permission.OpenPoll))]
public sealed class NewPollPage(ForumDb db, ActRecorder acts, PollDesk desk, PollSubjects subjects) : ForumPage
{
    [BindProperty(Name = "")]
    public PollForm Form { get; set; } = new();

    public IReadOnlyList<SubjectChoice> Subjects { get; private set; } = [];

    /// <param name="about">A consultation's page leads here with its id, and its criterion's code.</param>
    public async Task OnGetAsync([FromQuery(Name = "tentang")] string? about, CancellationToken cancel)
    {
        Subjects = await subjects.ListAsync(cancel);
        (Form.About, Form.ClosesAt) = (about, Wib.Input(subjects.SuggestedClose(Subjects, about)));
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await acts.BeginAsync(cancel);
        // The author's row orders two sends of one form.
        await db.LockAccountAsync(Viewer.Id, cancel);
        var author = await Viewer.AccountAsync(cancel);
        if (await db.FindSubmissionAsync(author.Id, FormKey, cancel) is { } done) return LocalRedirect(done.Address);
        var plan = Form.Plan();
        if (plan.IsRefused(out var refusal)) return await RefuseAsync(refusal, cancel);
        var subject = await subjects.FindAsync(Form.About, cancel);
        if (subject.IsRefused(out refusal)) return await RefuseAsync(refusal, cancel);
        var scheduled = await desk.ScheduleAsync(author, plan.Value, subject.Value, Remember, cancel);
        if (scheduled.IsRefused(out refusal)) return await RefuseAsync(refusal, cancel);
        return Done(Urls.Poll(scheduled.Value), scheduled.Value.OpeningRecordedAt is null
            ? T("Jajak tersimpan dan akan dibuka pada waktunya.", "The poll is saved and will open on time.")
            : T("Jajak sudah dibuka.", "The poll is open."));

        void Remember(Poll poll, DateTimeOffset now) => db.Add(new Submission(author.Id, FormKey, Urls.Poll(poll), now));
    }

    private async Task<IActionResult> RefuseAsync(Refusal refusal, CancellationToken cancel)
    {
        Subjects = await subjects.ListAsync(cancel);
        return Refuse(refusal, Form.FieldOf(refusal));
    }
}
