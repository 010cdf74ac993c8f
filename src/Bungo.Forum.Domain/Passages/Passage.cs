using Bungo.Forum.Domain.Accounts;
using Bungo.Forum.Domain.Discussions;
using Bungo.Forum.Domain.Recruitment;

namespace Bungo.Forum.Domain.Passages;

/// <summary>
/// Words of a criterion that people discuss, followed through every version the consultation presents. It belongs to
/// the words and not to whoever chose them first: the same words chosen again are the same passage.
///
/// What it was about never changes (<see cref="Original"/>); where that stands now is <see cref="Placed"/>, in the
/// version <see cref="PlacedIn"/>. While no place is sure, or the criterion is gone, the last sure place is kept, and the
/// next version is compared with that: so a criterion that returns takes its passages back. Each version leaves a
/// <see cref="PassageRecord"/>; none is ever without one.
/// </summary>
public sealed class Passage
{
    private Passage() { }

    public long Id { get; private set; }
    public long TopicId { get; private set; }
    public Topic? Topic { get; private set; }
    public long ConsultationId { get; private set; }
    public string CriterionCode { get; private set; } = "";

    /// <summary>The version in which the words were chosen.</summary>
    public int ChosenIn { get; private set; }

    public Quote Original { get; private set; } = null!;
    public Quote Placed { get; private set; } = null!;
    public int PlacedIn { get; private set; }

    /// <summary>The newest version it was followed to, and what that did to it.</summary>
    public int FollowedTo { get; private set; }
    public Fate Fate { get; private set; }

    /// <summary>Whether there is a place for it in the version it was followed to.</summary>
    public bool HasPlace => PlacedIn == FollowedTo && Fate is Fate.Applies or Fate.Moved or Fate.Reworded;

    /// <summary>The passage with the discussion it opens. Whether this person may write there is asked of the criterion's own discussion.</summary>
    public static Outcome<Passage> Mark(Account by, Topic criterion, CriteriaVersion version, Quote words, DateTimeOffset now)
    {
        if (criterion.MayWrite(by, now).IsRefused(out var refusal)) return refusal;
        if (words.Exact.Length > Quote.LongestExact) return PassageRefusals.WordsTooLong;
        if (Wording(version, criterion.CriterionCode!) is not { } text) return PassageRefusals.CriterionGone;
        if (words.Find(text) is null) return PassageRefusals.WordsNotFound;
        return new Passage
        {
            Topic = Topic.OnWords(criterion, Title(words), now),
            ConsultationId = criterion.ConsultationId!.Value,
            CriterionCode = criterion.CriterionCode!,
            ChosenIn = version.Number,
            Original = words,
            Placed = words,
            PlacedIn = version.Number,
            FollowedTo = version.Number,
            Fate = Fate.Applies,
        };
    }

    /// <param name="from">The version of the last sure place (<see cref="PlacedIn"/>).</param>
    public PassageRecord Follow(CriteriaVersion from, CriteriaVersion to, Aligner align, DateTimeOffset now)
    {
        var was = Placed;
        FollowedTo = to.Number;
        if (Wording(to, CriterionCode) is not { } after) Fate = Fate.CriterionRemoved;
        else Take(Follow(Wording(from, CriterionCode)!, after, align), after);
        return new PassageRecord(this, to.Number, was.Exact, now);
    }

    /// <summary>An official says where the words stand.</summary>
    public Outcome<Passage> PlaceByHand(Account by, PassageRecord record, CriteriaVersion version, Quote place, DateTimeOffset now)
    {
        if (MayDecide(by, record, version, now).IsRefused(out var refusal)) return refusal;
        if (Wording(version, CriterionCode) is not { } text || place.Find(text) is not { } range) return PassageRefusals.WordsNotFound;
        Take(new Placement(Fate.Moved, range), text);
        record.Decide(this, by, now);
        return this;
    }

    /// <summary>An official says that nothing stands for the words any more.</summary>
    public Outcome<Passage> DeclareGone(Account by, PassageRecord record, CriteriaVersion version, DateTimeOffset now)
    {
        if (MayDecide(by, record, version, now).IsRefused(out var refusal)) return refusal;
        Fate = Fate.Gone;
        record.Decide(this, by, now);
        return this;
    }

    private Placement Follow(string before, string after, Aligner align)
    {
        var placement = Placed.Find(before) is { } range ? Placing.Follow(range, before, after, align(before, after)) : Placement.Unsure;
        // Words that come back in their first surroundings are those words, whatever stood for them in between.
        if (placement.Fate == Fate.Undecided && Original.Find(after) is { } again) return new(Fate.Applies, again);
        // What an official found gone comes back only as the very words.
        return Fate == Fate.Gone && placement.Fate is Fate.Reworded or Fate.Undecided ? new(Fate.Gone, null) : placement;
    }

    private void Take(Placement placement, string text)
    {
        Fate = placement.Fate;
        if (placement.Range is not { } range) return;
        (Placed, PlacedIn) = (Quote.Of(text, range), FollowedTo);
        // Judged by what was commented on, not by the version before: words changed two versions ago are changed words.
        if (!Placed.SaysAs(Original)) Fate = Fate.Reworded;
        else if (Fate == Fate.Reworded) Fate = Fate.Applies;
    }

    private Outcome<Passage> MayDecide(Account by, PassageRecord record, CriteriaVersion version, DateTimeOffset now)
    {
        if (by.May(Permission.PublishConsultation, now).IsRefused(out var refusal)) return refusal;
        if (version.Number != FollowedTo || record.Version != FollowedTo) return PassageRefusals.VersionChanged;
        return Fate == Fate.Undecided ? this : PassageRefusals.NotUndecided;
    }

    private static string? Wording(CriteriaVersion version, string code) => version.Criteria.FirstOrDefault(c => c.Code == code)?.Text;

    private static string Title(Quote words)
    {
        var line = Text.NormalizeLine(words.Exact);
        return line.Length + 2 <= Topic.LongestTitle ? $"“{line}”" : $"“{Text.NormalizeLine(line[..(Topic.LongestTitle - 3)])}…”";
    }
}
