using Bungo.Forum.Domain;
using Bungo.Forum.Domain.Accounts;
using Bungo.Forum.Domain.Answers;
using Bungo.Forum.Domain.Consultations;
using Bungo.Forum.Domain.Discussions;
using Bungo.Forum.Web.Data;
using Bungo.Forum.Web.Platform.Acts;
using Bungo.Forum.Web.PublicActs;
using Microsoft.EntityFrameworkCore;

namespace Bungo.Forum.Web.Features.Answers;

/// <summary>Where an office answers inputs and their authors object, each in one transaction under the locks of the topics.</summary>
public sealed class AnswerDesk(ForumDb db, ActRecorder acts, AnswerTerm term, TimeProvider clock)
{
    /// <summary>Locks the topics of these posts; what is read of them next stays so until the commit.</summary>
    public async Task TakeAsync(IReadOnlyCollection<long> posts, CancellationToken cancel)
    {
        await acts.BeginAsync(cancel);
        await db.LockTopicsOfPostsAsync(posts, cancel);
    }

    /// <param name="duplicateOf">The input that says the same, by its id; null for none.</param>
    /// <param name="remember">Adds what makes the caller's form count once, before the commit.</param>
    public async Task<Outcome<Answer>> AnswerAsync(
        Consultation consultation, IReadOnlyCollection<long> ids, AnswerDraft draft, long? duplicateOf, Account by, Action<Answer> remember, CancellationToken cancel)
    {
        var inputs = await Tracked().Where(p => ids.Contains(p.Id)).OrderBy(p => p.Id).ToListAsync(cancel);
        if (inputs.Count < ids.Count) return AnswerRefusals.NotAwaiting;
        var same = duplicateOf is { } other ? await Tracked().FirstOrDefaultAsync(p => p.Id == other, cancel) : null;
        var given = Answer.Give(consultation, inputs, draft with { DuplicateOf = same }, by, clock.GetUtcNow());
        if (given.IsRefused(out _)) return given;
        db.Add(given.Value);
        var earlier = await db.AnsweredInputs.Where(a => ids.Contains(a.InputId)).ToListAsync(cancel);
        var answered = AnsweredInput.Of(given.Value, inputs, earlier);
        db.AddRange(answered);
        remember(given.Value);
        await acts.CommitAsync([.. answered.Select(a => new InputAnswered(a, a.Input!, a.Input!.Topic!, by, term.Due(a.Input.Objection?.At ?? a.Input.PostedAt)))], cancel);
        return given;
    }

    public async Task<Outcome<Objection>> ObjectAsync(Post input, Account by, CancellationToken cancel)
    {
        var raised = Objection.Raise(input, by, clock.GetUtcNow());
        if (raised.IsRefused(out _)) return raised;
        db.Add(raised.Value);
        await acts.CommitAsync(new ObjectionRaised(input.Topic!, input), cancel);
        return raised;
    }

    /// <summary>Inputs with what the rules ask about; to be read under <see cref="TakeAsync"/>.</summary>
    public IQueryable<Post> Tracked() => db.Posts.Include(p => p.Topic).Include(p => p.Answer).Include(p => p.Objection);
}
