using Bungo.Forum.Domain.Accounts;
using Bungo.Forum.Domain.Announcements;
using CsCheck;
using static Bungo.Forum.Domain.Tests.Given;

namespace Bungo.Forum.Domain.Tests.Announcements;

public class AnnouncementDraftTests
{
    private static readonly string[] Titles = ["Kelola", "tulis", "Hasil SKD", "hasil skd!", "…", "Pengumuman 2026", "kelola 2"];

    [Fact]
    public void A_draft_may_begin_with_a_title_alone_but_not_go_out_so()
    {
        var official = AnOfficial();
        var draft = AnnouncementDraft.Begin(official, "Judul", "", Now).Value;
        Assert.True(draft.Publish(official, "judul", Now).IsRefused(out var refusal));
        Assert.Equal(AnnouncementRefusals.BodyMissing, refusal);
        Assert.True(draft.ScheduleFor(official, Now.AddDays(1), Now).IsRefused(out refusal));
        Assert.Equal(AnnouncementRefusals.BodyMissing, refusal);
    }

    [Fact]
    public void A_resident_begins_none()
    {
        Assert.True(AnnouncementDraft.Begin(AResident(), "Judul", "Isi", Now).IsRefused(out var refusal));
        Assert.Equal(AccountRefusals.NotAllowed, refusal);
    }

    [Fact]
    public void Another_office_keeps_its_hands_off()
    {
        var draft = ADraft();
        Assert.True(draft.Revise(AnOfficial("Inspektorat"), "Judul", "Lain", 1, Now).IsRefused(out var refusal));
        Assert.Equal(AnnouncementRefusals.OtherOffice, refusal);
        Assert.True(draft.Publish(AnOfficial("Inspektorat"), "judul", Now).IsRefused(out _));
    }

    [Fact]
    public void Saving_over_somebody_elses_change_is_refused_once_noticed()
    {
        var draft = ADraft();
        Assert.False(draft.Revise(AnOfficial(), "Judul", "Kedua", 1, Now).IsRefused(out _));
        Assert.True(draft.Revise(AnOfficial(), "Judul", "Ketiga", 1, Now).IsRefused(out var refusal));
        Assert.Equal(AnnouncementRefusals.ChangedMeanwhile, refusal);
        Assert.Equal("Kedua", draft.Body);
    }

    [Theory]
    [InlineData(0, "announcement-scheduled-in-the-past")]
    [InlineData(-1, "announcement-scheduled-in-the-past")]
    [InlineData(AnnouncementDraft.FurthestScheduleDays + 1, "announcement-scheduled-too-far")]
    public void A_schedule_lies_ahead_and_within_a_year(int days, string code)
    {
        Assert.True(ADraft().ScheduleFor(AnOfficial(), Now.AddDays(days), Now).IsRefused(out var refusal));
        Assert.Equal(code, refusal.Code);
    }

    [Fact]
    public void A_scheduled_draft_is_published_when_due_and_not_before()
    {
        var official = AnOfficial();
        var draft = ADraft();
        draft.ScheduleFor(official, Now.AddHours(1), Now);
        Assert.True(draft.PublishScheduled("judul", Now.AddMinutes(59)).IsRefused(out var refusal));
        Assert.Equal(AnnouncementRefusals.NotDue, refusal);
        var (announcement, version) = draft.PublishScheduled("judul", Now.AddHours(1)).Value;
        Assert.Equal((official.Id, Now.AddHours(1)), (version.ById, version.At));
        Assert.Equal(draft.ObjectId, announcement.ObjectId);
    }

    [Fact]
    public void A_draft_taken_off_the_schedule_is_never_due()
    {
        var draft = ADraft();
        draft.ScheduleFor(AnOfficial(), Now.AddHours(1), Now);
        draft.Unschedule(AnOfficial(), Now);
        Assert.True(draft.PublishScheduled("judul", Now.AddYears(1)).IsRefused(out _));
    }

    [Fact]
    public void A_scheduled_draft_cannot_be_emptied()
    {
        var draft = ADraft();
        draft.ScheduleFor(AnOfficial(), Now.AddHours(1), Now);
        Assert.True(draft.Revise(AnOfficial(), "Judul", "", 1, Now).IsRefused(out var refusal));
        Assert.Equal(AnnouncementRefusals.BodyMissing, refusal);
    }

    [Fact]
    public void A_pin_is_measured_from_the_moment_it_will_be_seen()
    {
        var official = AnOfficial();
        var draft = ADraft();
        draft.ScheduleFor(official, Now.AddDays(100), Now);
        Assert.True(draft.WillBePinned(official, Now.AddDays(99), Now).IsRefused(out var refusal));
        Assert.Equal(AnnouncementRefusals.PinEndsTooEarly, refusal);
        Assert.False(draft.WillBePinned(official, Now.AddDays(101), Now).IsRefused(out _));
        Assert.True(draft.PublishScheduled("judul", Now.AddDays(100)).Value.Announcement.IsPinnedAt(Now.AddDays(100)));
    }

    /// <summary>Whichever titles were used before, the address is new, readable and none of the office's own pages.</summary>
    [Fact]
    public void An_address_is_free_readable_and_not_reserved() =>
        Gen.Int[0, Titles.Length - 1].Array[1, 40].Sample(picks =>
        {
            var taken = new HashSet<string>();
            foreach (var title in picks.Select(p => Titles[p]))
            {
                var slug = AnnouncementSlug.Of(title, taken);
                if (!taken.Add(slug) || slug is "kelola" or "tulis" || !slug.StartsWith(Slug.Of(title), StringComparison.Ordinal)) return false;
            }

            return true;
        });
}
