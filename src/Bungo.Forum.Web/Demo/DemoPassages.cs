using Bungo.Forum.Domain.Discussions;
using Bungo.Forum.Domain.Passages;
using Bungo.Forum.Web.Data;
using Bungo.Forum.Web.Platform.Acts;
using Bungo.Forum.Web.PublicActs;
using Microsoft.EntityFrameworkCore;

namespace Bungo.Forum.Web.Demo;

/// <summary>A few comments on words of the first version, so that the later ones have something to have done to them.</summary>
internal sealed class DemoPassages(ForumDb db, ActRecorder acts, DemoTimeline timeline, IReadOnlyList<long> members)
{
    private static readonly (string Code, string Words, Stance Stance, string[] Says)[] All =
    [
        ("K-3", "paling singkat tiga tahun", Stance.Oppose, ["Tiga tahun menutup pintu bagi bidan yang baru ditempatkan. Usul saya **dua tahun**.", "Di puskesmas kami tenaga kontrak paling lama dua tahun lebih sedikit."]),
        ("K-3", "dibuktikan dengan surat keterangan pimpinan", Stance.Neutral, ["Pimpinan sudah berganti tiga kali. Apakah kontrak kerja dapat diterima?"]),
        ("K-6", "Wawancara dilakukan oleh tiga pewawancara dengan rubrik tertulis.", Stance.Neutral, ["Mohon satu pewawancara dari luar dinas, dan rubriknya diumumkan sebelum wawancara."]),
        ("K-1", "STR internship tidak diterima.", Stance.Oppose, ["Banyak dokter muda masih menunggu STR definitif. Mohon diberi tenggang."]),
    ];

    public void Plan(long consultationId, DateTimeOffset from)
    {
        for (var i = 0; i < All.Length; i++)
        {
            var place = i;
            timeline.At(from.AddHours(7 * i), cancel => OpenAsync(consultationId, place, cancel));
        }
    }

    private async Task OpenAsync(long consultationId, int place, CancellationToken cancel)
    {
        var (code, words, stance, says) = All[place];
        db.ChangeTracker.Clear();
        await acts.BeginAsync(cancel);
        var criterion = await db.Topics.Include(t => t.Consultation).SingleAsync(t => t.ConsultationId == consultationId && t.CriterionCode == code && t.PartOfId == null, cancel);
        var version = await db.CriteriaVersions.SingleAsync(v => v.RoundId == criterion.Consultation!.RoundId && v.Number == criterion.Consultation.CriteriaNumber, cancel);
        var authors = Enumerable.Range(0, says.Length).Select(i => members[((place * 5) + (i * 11)) % members.Count]).ToArray();
        var people = await db.Accounts.Where(a => authors.Contains(a.Id)).ToDictionaryAsync(a => a.Id, cancel);
        var now = timeline.GetUtcNow();
        var passage = Passage.Mark(people[authors[0]], criterion, version, Choice.Of(version.Criteria.Single(c => c.Code == code).Text, words).Value, now).Value;
        db.AddRange(passage.Topic!, passage);
        var recorded = new List<Act> { new TopicOpened(passage.Topic!, null, On: passage) };
        foreach (var (author, text) in authors.Zip(says, (id, text) => (people[id], text)))
        {
            var post = passage.Topic!.Reply(author, null, text, stance, now).Value;
            db.Add(post);
            recorded.Add(new PostAdded(passage.Topic, post, author));
        }

        await acts.CommitAsync(recorded, cancel);
    }
}
