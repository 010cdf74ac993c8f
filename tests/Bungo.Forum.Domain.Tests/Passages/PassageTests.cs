using Bungo.Forum.Domain.Discussions;
using Bungo.Forum.Domain.Passages;
using Bungo.Forum.Domain.Recruitment;
using CsCheck;

namespace Bungo.Forum.Domain.Tests.Passages;

public class PassageTests
{
    private const string Study = "Pendidikan paling rendah diploma tiga kebidanan.";
    private const string Age = "Usia paling tinggi 35 tahun pada saat pendaftaran.";
    private const string Reworded = "Usia paling tinggi 40 tahun pada saat pendaftaran.";
    private const string Work = "Pengalaman kerja paling singkat dua tahun di puskesmas.";

    /// <summary>The states of five versions, in the words of the issue: moved, reworded, split, removed, restored.</summary>
    [Fact]
    public void A_passage_keeps_its_right_state_over_five_versions()
    {
        var story = new Story($"{Study} {Age} {Work}", Age);
        Assert.Equal(Fate.Moved, story.Next($"{Study} {Work} {Age}").Fate);
        Assert.Equal(Age, story.Passage.Placed.Exact);

        var reworded = story.Next($"{Study} {Work} {Reworded}");
        Assert.Equal((Fate.Reworded, Age, Reworded), (reworded.Fate, reworded.Before, reworded.After));

        const string Split = "Usia paling tinggi 40 tahun. Dihitung pada saat pendaftaran.";
        var split = story.Next($"{Study} {Work} {Split}");
        Assert.Equal((Fate.Reworded, Reworded, Split), (split.Fate, split.Before, split.After));

        Assert.Equal((Fate.CriterionRemoved, null), (story.Next(null).Fate, story.Last.After));
        Assert.False(story.Passage.HasPlace);

        var restored = story.Next($"{Study} {Age} {Work}");
        Assert.Equal((Fate.Applies, Age), (restored.Fate, restored.After));
        Assert.Equal(Age, story.Passage.Original.Exact);
    }

    [Fact]
    public void A_criterion_that_comes_back_as_it_was_takes_its_passages_back()
    {
        var story = new Story($"{Study} {Age} {Work}", Age);
        story.Next(null);
        Assert.Equal(Fate.CriterionRemoved, story.Next(null).Fate);
        Assert.Equal(Fate.Applies, story.Next($"{Study} {Age} {Work}").Fate);
    }

    [Fact]
    public void Words_changed_before_stay_changed_words_in_a_version_that_leaves_them_alone()
    {
        var story = new Story($"{Study} {Age} {Work}", Age);
        story.Next($"{Study} {Reworded} {Work}");
        Assert.Equal(Fate.Reworded, story.Next($"{Study} {Reworded} {Work} Berlaku nasional.").Fate);
    }

    [Fact]
    public void Where_no_rule_is_sure_an_official_places_it_and_only_then_and_only_once()
    {
        var story = new Story($"{Study} {Age} {Work}", Age);
        Assert.Equal(Fate.Undecided, story.Next($"{Study} {Work}").Fate);
        var place = Quote.Of($"{Study} {Work}", new TextRange(0, Study.Length));
        Refused(story.Passage.PlaceByHand(Given.AResident(), story.Last, story.Version, place, Given.Now), "not-allowed");
        Assert.False(story.Passage.PlaceByHand(Given.AnOfficial(), story.Last, story.Version, place, Given.Now).IsRefused(out _));
        Assert.Equal((Fate.Reworded, Study, "BKPSDM Kabupaten Bungo"), (story.Last.Fate, story.Last.After, story.Last.DecidedFor));
        Refused(story.Passage.DeclareGone(Given.AnOfficial(), story.Last, story.Version, Given.Now), "passage-not-undecided");
    }

    [Fact]
    public void Words_found_gone_come_back_only_as_themselves()
    {
        var story = new Story($"{Study} {Age} {Work}", Age);
        story.Next($"{Study} {Work}");
        Assert.False(story.Passage.DeclareGone(Given.AnOfficial(), story.Last, story.Version, Given.Now).IsRefused(out _));
        Assert.Equal((Fate.Gone, null), (story.Last.Fate, story.Last.After));
        Assert.Equal(Fate.Gone, story.Next($"{Study} {Reworded} {Work}").Fate);
        Assert.Equal(Fate.Applies, story.Next($"{Study} {Age} {Work}").Fate);
    }

    [Fact]
    public void A_decision_on_an_older_version_is_refused()
    {
        var story = new Story($"{Study} {Age} {Work}", Age);
        story.Next($"{Study} {Work}");
        var (record, version) = (story.Last, story.Version);
        story.Next($"{Work} {Study}");
        Refused(story.Passage.DeclareGone(Given.AnOfficial(), record, version, Given.Now), "passage-version-changed");
    }

    /// <summary>
    /// Whatever an office does over five versions: each version leaves one record; what still applies or moved says the
    /// very words that were commented on; every other state says that it is another; and no place is ever claimed that
    /// the wording does not have.
    /// </summary>
    [Fact]
    public void No_passage_is_ever_lost_or_put_under_other_words_without_saying_so() =>
        Edits.Histories.Sample(h =>
        {
            var wordings = Edits.Wordings(h.Sentences, h.Versions);
            var story = new Story(wordings[0]!, Choose(wordings[0]!, h.From, h.Length));
            foreach (var wording in wordings.Skip(1))
            {
                story.Next(wording);
                Check(story, wording);
            }

            Assert.Equal(wordings.Count - 1, story.Count);
        }, iter: 5_000);

    private static void Check(Story story, string? wording)
    {
        var (passage, record) = (story.Passage, story.Last);
        Assert.Equal((passage.Fate, passage.FollowedTo), (record.Fate, record.Version));
        Assert.Equal(wording is null, record.Fate == Fate.CriterionRemoved);
        Assert.Equal(record.Fate is Fate.Applies or Fate.Moved or Fate.Reworded, record.After is not null);
        if (record.After is null) return;
        Assert.Equal(record.After, passage.Placed.Find(wording!)!.Value.In(wording!));
        Assert.Equal(record.Fate is Fate.Applies or Fate.Moved, record.After == passage.Original.Exact);
    }

    private static Quote Choose(string text, int from, int length)
    {
        from %= text.Length;
        return Choice.Of(text, new TextRange(from, Math.Min(length, text.Length - from))) is var choice && choice.IsRefused(out _)
            ? Choice.Of(text, new TextRange(0, 4)).Value
            : choice.Value;
    }

    private static void Refused<T>(Outcome<T> outcome, string code)
    {
        Assert.True(outcome.IsRefused(out var refusal));
        Assert.Equal(code, refusal.Code);
    }

    /// <summary>A criterion, a passage in it, and the versions that follow.</summary>
    private sealed class Story
    {
        private readonly Round _round = Given.ARound();
        private readonly List<CriteriaVersion> _versions = [];
        private readonly List<PassageRecord> _records = [];

        public Story(string text, string words)
            : this(text, Choice.Of(text, words).Value) { }

        public Story(string text, Quote words)
        {
            Publish(text);
            var consultation = Given.AConsultation();
            var topic = Topic.ForCriterion(consultation, "K-1", "Pengalaman", Given.Now).WithId();
            Passage = Passage.Mark(Given.AResident(), topic, Version, words, Given.Now.AddDays(2)).Value.WithId();
        }

        public Passage Passage { get; }
        public CriteriaVersion Version => _versions[^1];
        public PassageRecord Last => _records[^1];
        public int Count => _records.Count;

        public PassageRecord Next(string? text)
        {
            Publish(text);
            _records.Add(Passage.Follow(_versions[Passage.PlacedIn - 1], Version, PlainAligner.Align, Given.Now));
            return Last;
        }

        private void Publish(string? text)
        {
            Criterion[] criteria = text is null ? [Given.ACriterion("K-2")] : [Given.ACriterion("K-1", text), Given.ACriterion("K-2")];
            _versions.Add(_round.Publish(_versions.Count + 1, criteria, null, Given.Now).Value!);
        }
    }
}
