using Bungo.Forum.Domain.Accounts;
using Bungo.Forum.Domain.Announcements;
using CsCheck;
using static Bungo.Forum.Domain.Tests.Given;

namespace Bungo.Forum.Domain.Tests.Announcements;

public class AnnouncementTests
{
    [Fact]
    public void Published_words_are_version_one()
    {
        var (announcement, version) = APublication("Hasil seleksi", "Nama yang lulus …");
        Assert.Equal((1, "Hasil seleksi", "Nama yang lulus …", null), (version.Number, version.Title, version.Body, version.Reason));
        Assert.Equal((1, Now, Now), (announcement.Number, announcement.PublishedAt, announcement.ChangedAt));
        Assert.False(announcement.IsCorrected);
        Assert.Equal("# Hasil seleksi\n\nNama yang lulus …\n", version.Document);
    }

    [Fact]
    public void A_correction_is_a_new_version_with_its_reason()
    {
        var announcement = APublication().Announcement;
        var version = announcement.Correct(AnOfficial(), "Judul", "Isi baru", "Tanggalnya keliru.", 1, Now.AddHours(1)).Value;
        Assert.Equal((2, "Isi baru", "Tanggalnya keliru."), (version.Number, version.Body, version.Reason));
        Assert.Equal((2, Now, Now.AddHours(1)), (announcement.Number, announcement.PublishedAt, announcement.ChangedAt));
        Assert.True(announcement.IsCorrected);
    }

    [Theory]
    [InlineData("", "Isi", "Sebab", "announcement-title-missing")]
    [InlineData("Judul", " \n", "Sebab", "announcement-body-missing")]
    [InlineData("Judul", "Isi baru", " ", "announcement-reason-missing")]
    [InlineData(" Judul ", "Isi\r\n", "Sebab", "announcement-nothing-changed")]
    public void A_correction_needs_words_a_reason_and_a_change(string title, string body, string reason, string code)
    {
        var announcement = APublication("Judul", "Isi").Announcement;
        Assert.True(announcement.Correct(AnOfficial(), title, body, reason, 1, Now).IsRefused(out var refusal));
        Assert.Equal(code, refusal.Code);
        Assert.Equal(1, announcement.Number);
    }

    [Fact]
    public void Whoever_corrects_an_older_version_is_told_that_somebody_was_faster()
    {
        var announcement = APublication().Announcement;
        announcement.Correct(AnOfficial(), "Judul", "Kedua", "Sebab", 1, Now);
        Assert.True(announcement.Correct(AnOfficial(), "Judul", "Ketiga", "Sebab", 1, Now).IsRefused(out var refusal));
        Assert.Equal(AnnouncementRefusals.ChangedMeanwhile, refusal);
    }

    [Fact]
    public void Lengths_are_taken_to_the_limit_and_no_further()
    {
        var announcement = APublication().Announcement;
        var official = AnOfficial();
        Assert.True(announcement.Correct(official, new string('a', Announcement.LongestTitle + 1), "Isi", "Sebab", 1, Now).IsRefused(out var refusal));
        Assert.Equal("announcement-title-too-long", refusal.Code);
        Assert.True(announcement.Correct(official, "Judul", new string('a', Announcement.LongestBody + 1), "Sebab", 1, Now).IsRefused(out refusal));
        Assert.Equal("announcement-body-too-long", refusal.Code);
        Assert.True(announcement.Correct(official, "Judul", "Isi baru", new string('a', Announcement.LongestReason + 1), 1, Now).IsRefused(out refusal));
        Assert.Equal("announcement-reason-too-long", refusal.Code);
        Assert.False(announcement.Correct(
            official, new string('a', Announcement.LongestTitle), new string('b', Announcement.LongestBody), new string('c', Announcement.LongestReason), 1, Now).IsRefused(out _));
    }

    [Fact]
    public void A_withdrawn_announcement_keeps_its_words_and_takes_no_more()
    {
        var announcement = APublication(pinUntil: Now.AddDays(2)).Announcement;
        Assert.False(announcement.Withdraw(AnOfficial(), "Diterbitkan terlalu dini.", Now.AddHours(1)).IsRefused(out _));
        Assert.Equal(("Judul", "Isi"), (announcement.Title, announcement.Body));
        Assert.Equal("Diterbitkan terlalu dini.", announcement.Withdrawal!.Reason);
        Assert.False(announcement.IsPinnedAt(Now.AddHours(1)));
        Assert.True(announcement.Correct(AnOfficial(), "Judul", "Lain", "Sebab", 1, Now).IsRefused(out var refusal));
        Assert.Equal(AnnouncementRefusals.Withdrawn, refusal);
        Assert.True(announcement.Withdraw(AnOfficial(), "Lagi", Now).IsRefused(out _));
        Assert.True(announcement.PinUntil(AnOfficial(), Now.AddDays(1), Now).IsRefused(out _));
    }

    [Fact]
    public void Withdrawing_needs_a_reason()
    {
        Assert.True(APublication().Announcement.Withdraw(AnOfficial(), null, Now).IsRefused(out var refusal));
        Assert.Equal(AnnouncementRefusals.ReasonMissing, refusal);
    }

    [Fact]
    public void A_pin_ends_by_the_clock_and_is_taken_off_once()
    {
        var announcement = APublication().Announcement;
        announcement.PinUntil(AnOfficial(), Now.AddDays(1), Now);
        Assert.True(announcement.IsPinnedAt(Now.AddDays(1).AddSeconds(-1)));
        Assert.False(announcement.IsPinnedAt(Now.AddDays(1)));
        Assert.False(announcement.DropPin(Now.AddHours(23)));
        Assert.True(announcement.DropPin(Now.AddDays(1)));
        Assert.False(announcement.DropPin(Now.AddDays(1)));
    }

    [Theory]
    [InlineData(0, "announcement-pin-ends-too-early")]
    [InlineData(-1, "announcement-pin-ends-too-early")]
    [InlineData(Pin.LongestDays + 1, "announcement-pin-too-long")]
    public void A_pin_lasts_some_time_and_not_for_ever(int days, string code)
    {
        Assert.True(APublication().Announcement.PinUntil(AnOfficial(), Now.AddDays(days), Now).IsRefused(out var refusal));
        Assert.Equal(code, refusal.Code);
    }

    [Fact]
    public void Only_officials_of_the_office_change_its_words()
    {
        var announcement = APublication().Announcement;
        Assert.True(announcement.Correct(AnOfficial("Inspektorat"), "Judul", "Lain", "Sebab", 1, Now).IsRefused(out var refusal));
        Assert.Equal(AnnouncementRefusals.OtherOffice, refusal);
        foreach (var stranger in new[] { AResident(), AModerator() })
        {
            Assert.True(announcement.Withdraw(stranger, "Sebab", Now).IsRefused(out refusal));
            Assert.Equal(AccountRefusals.NotAllowed, refusal);
        }
    }

    /// <summary>
    /// Whatever officials do, and in whichever order, the record only grows: versions are numbered without a gap,
    /// none ever changes, the last one is what stands, and nothing follows a withdrawal.
    /// </summary>
    [Fact]
    public void History_is_append_only() =>
        Gen.Select(Gen.Int[0, 4], Gen.Int[0, 3], Gen.Int[-2, 100]).Array[1, 80].Sample(steps =>
        {
            var official = AnOfficial();
            var now = Now;
            var (announcement, first) = APublication("Judul 0", "Isi 0");
            var versions = new List<AnnouncementVersion> { first };
            var written = new List<string> { Print(first) };
            var sealedAt = 0;
            foreach (var (what, text, days) in steps)
            {
                now = now.AddMinutes(7);
                switch (what)
                {
                    case 0 or 1:
                        var corrected = announcement.Correct(official, $"Judul {text}", $"Isi {text}", text == 0 ? "" : "Sebab", announcement.Number - (days == 0 ? 1 : 0), now);
                        if (corrected.IsRefused(out _)) break;
                        if (sealedAt > 0) return false;
                        versions.Add(corrected.Value);
                        written.Add(Print(corrected.Value));
                        break;
                    case 2 when text == 3:
                        if (!announcement.Withdraw(official, "Sebab", now).IsRefused(out _)) sealedAt = versions.Count;
                        break;
                    case 3:
                        announcement.PinUntil(official, now.AddDays(days), now);
                        break;
                    default:
                        announcement.DropPin(now.AddDays(days));
                        break;
                }
            }

            return versions.Select(Print).SequenceEqual(written)
                && versions.Select(v => v.Number).SequenceEqual(Enumerable.Range(1, versions.Count))
                && announcement.Number == versions.Count
                && (announcement.Title, announcement.Body) == (versions[^1].Title, versions[^1].Body)
                && versions.Skip(1).All(v => v.Reason is { Length: > 0 })
                && versions.Zip(versions.Skip(1)).All(p => p.First.At <= p.Second.At && p.First.Document != p.Second.Document)
                && announcement.IsWithdrawn == (sealedAt > 0)
                && announcement.PublishedAt == first.At;
        });

    private static string Print(AnnouncementVersion v) => $"{v.Number}|{v.Title}|{v.Body}|{v.Reason}|{v.At:O}|{v.ById}";
}
