using Bungo.Forum.Ledger;
using Bungo.Forum.Web.Data;
using Bungo.Forum.Web.Platform;
using Bungo.Forum.Web.PublicActs;
using Microsoft.EntityFrameworkCore;
using static Bungo.Forum.Web.Platform.Language.Texts;

namespace Bungo.Forum.Web.Features.Ledger;

/// <summary>What an act is about, where that still is to be seen on the site.</summary>
public sealed record ActSubject(string Address, string Title);

/// <summary>
/// From the random ids in leaves to the things they stand for. Asked for a whole page of acts at once: one statement for
/// each sort of thing on it, however many acts, each by a unique index.
/// </summary>
public sealed class ActSubjects(ForumDb db)
{
    private readonly Dictionary<Guid, ActSubject> _found = [];

    /// <returns>By act.</returns>
    public async Task<IReadOnlyDictionary<ActId, ActSubject>> FindAsync(IEnumerable<Leaf> leaves, CancellationToken cancel)
    {
        var wanted = leaves.Select(l => (l.Id, Subject: SubjectOf(l))).Where(w => w.Subject is not null).Select(w => (w.Id, w.Subject!.Value.Sort, w.Subject.Value.Thing)).ToList();
        foreach (var sort in wanted.GroupBy(w => w.Sort, w => w.Thing)) await FindAsync(sort.Key, [.. sort.Distinct()], cancel);
        return wanted.Where(w => _found.ContainsKey(w.Thing)).ToDictionary(w => w.Id, w => _found[w.Thing]);
    }

    private enum Sort
    {
        Topic,
        Post,
        Decision,
        Poll,
        Criteria,
        Announcement,
        Report,
    }

    private static (Sort Sort, Guid Thing)? SubjectOf(Leaf leaf) => leaf.Kind.Name.Split('.') switch
    {
        ["utas", ..] => (Sort.Topic, leaf.ActedOn.ToGuid()),
        ["pos", ..] => (Sort.Post, leaf.ActedOn.ToGuid()),
        ["mod" or "banding", ..] when Named(leaf, "putusan") is { } decision => (Sort.Decision, decision),
        ["jajak", ..] => (Sort.Poll, leaf.ActedOn.ToGuid()),
        ["suara", ..] when Named(leaf, "jajak") is { } poll => (Sort.Poll, poll),
        ["kriteria", ..] => (Sort.Criteria, leaf.ActedOn.ToGuid()),
        ["umum", ..] => (Sort.Announcement, leaf.ActedOn.ToGuid()),
        ["laporan", ..] => (Sort.Report, leaf.ActedOn.ToGuid()),
        // A post's words that were erased leave the post's place.
        ["hapus"] when leaf.Erasures.Any() => (Sort.Post, leaf.ActedOn.ToGuid()),
        _ => null,
    };

    private static Guid? Named(Leaf leaf, string label) =>
        leaf.Clear.TryGet(label, out var value) && value is CanonicalText text && LedgerId.TryParse(text.Value, out var id) ? id : null;

    private async Task FindAsync(Sort sort, Guid[] things, CancellationToken cancel)
    {
        switch (sort)
        {
            case Sort.Topic:
                foreach (var t in await db.Topics.AsNoTracking().Where(t => things.Contains(t.ObjectId)).ToListAsync(cancel))
                    _found[t.ObjectId] = new(Urls.Topic(t), t.Title);
                break;
            case Sort.Post:
                foreach (var p in await db.Posts.AsNoTracking().Where(p => things.Contains(p.ObjectId)).Select(p => new { p.ObjectId, p.Number, p.TopicId, p.Topic!.Slug, p.Topic.Title }).ToListAsync(cancel))
                    _found[p.ObjectId] = new(Urls.Post(p.TopicId, p.Slug, p.Number), T($"{p.Title}, no. {p.Number}", $"{p.Title}, no. {p.Number}"));
                break;
            case Sort.Decision:
                foreach (var d in await db.Decisions.AsNoTracking().Where(d => things.Contains(d.ObjectId)).Select(d => new { d.ObjectId, d.Id }).ToListAsync(cancel))
                    _found[d.ObjectId] = new(Urls.Decision(d.Id), T($"Putusan {d.Id}", $"Decision {d.Id}"));
                break;
            case Sort.Poll:
                foreach (var p in await db.Polls.AsNoTracking().Where(p => things.Contains(p.ObjectId)).ToListAsync(cancel))
                    _found[p.ObjectId] = new(Urls.Poll(p), p.Question);
                break;
            case Sort.Criteria:
                foreach (var v in await db.CriteriaVersions.AsNoTracking().Where(v => things.Contains(v.ObjectId)).Select(v => new { v.ObjectId, v.Number, v.Round!.Code }).ToListAsync(cancel))
                    _found[v.ObjectId] = new(Urls.Round(v.Code), T($"{v.Code}, versi {v.Number}", $"{v.Code}, version {v.Number}"));
                break;
            case Sort.Announcement:
                foreach (var a in await db.Announcements.AsNoTracking().Where(a => things.Contains(a.ObjectId)).Select(a => new { a.ObjectId, a.Slug, a.Title }).ToListAsync(cancel))
                    _found[a.ObjectId] = new(Urls.Announcement(a.Slug), a.Title);
                break;
            default:
                foreach (var r in await db.Reports.AsNoTracking().Where(r => things.Contains(r.ObjectId)).Select(r => new { r.ObjectId, r.Period }).ToListAsync(cancel))
                    _found[r.ObjectId] = new(Urls.Report(r.Period), r.Period.ToString());
                break;
        }
    }
}
