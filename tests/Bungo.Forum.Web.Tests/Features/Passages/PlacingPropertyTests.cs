using Bungo.Forum.Domain.Passages;
using Bungo.Forum.Web.Platform.Rendering;
using CsCheck;

namespace Bungo.Forum.Web.Tests.Features.Passages;

/// <summary>The same promise as in Domain's tests, with the diff that the site really uses.</summary>
public class PlacingPropertyTests
{
    private static readonly Gen<string> Wording = Gen.Int[0, 14].Array[1, 7].Array[1, 6].Select(
        text => string.Join(' ', text.Select(s => "Kata " + string.Join(' ', s.Select(w => $"k{w}")) + ".")));

    [Fact]
    public void An_alignment_names_only_what_both_texts_have_in_order() =>
        Gen.Select(Wording, Wording).Sample((before, after) =>
        {
            var (was, now) = (0, 0);
            foreach (var run in TextDiff.Align(before, after).Runs)
            {
                Assert.True(run.Before >= was && run.After >= now);
                Assert.True(before.AsSpan(run.Before, run.Length).SequenceEqual(after.AsSpan(run.After, run.Length)));
                (was, now) = (run.Before + run.Length, run.After + run.Length);
            }
        }, iter: 2_000);

    [Fact]
    public void What_is_said_to_stand_or_to_have_moved_are_the_very_words() =>
        Gen.Select(Wording, Wording, Gen.Int[0, 200], Gen.Int[1, 40]).Sample((before, after, start, length) =>
        {
            start %= before.Length;
            var chosen = Choice.Of(before, new TextRange(start, Math.Min(length, before.Length - start)));
            if (chosen.IsRefused(out _)) return;
            var placement = Placing.Follow(chosen.Value.Find(before)!.Value, before, after, TextDiff.Align(before, after));
            Assert.Equal(placement.Fate == Fate.Undecided, placement.Range is null);
            if (placement.Fate is Fate.Applies or Fate.Moved) Assert.Equal(chosen.Value.Exact, placement.Range!.Value.In(after));
        }, iter: 5_000);
}
