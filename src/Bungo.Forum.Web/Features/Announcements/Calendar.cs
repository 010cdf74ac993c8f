using System.Globalization;
using System.Text;
using Bungo.Forum.Domain.Consultations;
using Bungo.Forum.Domain.Recruitment;
using Bungo.Forum.Web.Data;
using Bungo.Forum.Web.Platform;
using Bungo.Forum.Web.Platform.Region;
using Bungo.Forum.Web.PublicActs;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using static Bungo.Forum.Web.Platform.Language.Texts;

namespace Bungo.Forum.Web.Features.Announcements;

/// <summary>
/// <c>/jadwal.ics</c> (RFC 5545): the stages of each round as whole days, the deadline of each consultation as the
/// hour before it. A phone that subscribes keeps them up to date; an event's id stays the same when its date moves.
/// </summary>
internal static class Calendar
{
    public const string Address = "/jadwal.ics";
    private const int MostRounds = 20;
    private const int MostConsultations = 100;
    private static readonly TimeSpan DeadlineShown = TimeSpan.FromHours(1);

    public static void MapCalendar(this WebApplication app) =>
        app.MapMethods(Address, [HttpMethods.Get, HttpMethods.Head], HandleAsync).AllowAnonymous().CacheOutput(PublicCache.Name).ExcludeFromDescription();

    private static async Task<IResult> HandleAsync(HttpContext http, ForumDb db, TimeProvider clock, IOptions<RegionOptions> region, CancellationToken cancel)
    {
        PublicCache.Tag(http, Streams.Consultations);
        var now = clock.GetUtcNow();
        var rounds = await db.Rounds.AsNoTracking().OrderByDescending(r => r.Year).ThenByDescending(r => r.Id).Take(MostRounds).ToListAsync(cancel);
        var consultations = await db.Consultations.AsNoTracking().Where(c => c.Timetable.PublishedAt <= now)
            .OrderByDescending(c => c.Timetable.InputClosesAt).Take(MostConsultations).ToListAsync(cancel);
        var calendar = new Ical.Net.Calendar { ProductId = "-//Bungo Forum//ID" };
        calendar.AddProperty("X-WR-CALNAME", T("Jadwal rekrutmen", "Recruitment dates") + " – " + region.Value.SiteName);
        calendar.AddProperty("X-WR-TIMEZONE", "Asia/Jakarta");
        var host = new Uri(region.Value.PublicAddress).Host;
        // One stamp for a whole day: the bytes, and with them the tag, change when a date does.
        var stamp = new CalDateTime(now.UtcDateTime.Date, "UTC");
        foreach (var round in rounds)
            foreach (var stage in round.Stages)
                calendar.Events.Add(Event(round, stage, host, stamp));
        foreach (var consultation in consultations)
            calendar.Events.Add(Deadline(consultation, region.Value.PublicAddress, host, stamp));
        return Feeds.Answer(Encoding.UTF8.GetBytes(new CalendarSerializer().SerializeToString(calendar)!), "text/calendar; charset=utf-8", null);
    }

    private static CalendarEvent Event(Round round, Stage stage, string host, CalDateTime stamp) => new()
    {
        Uid = string.Create(CultureInfo.InvariantCulture, $"{round.ObjectId}.{stage.Code}@{host}"),
        DtStamp = stamp,
        Summary = $"{stage.Title} – {round.Title}",
        Start = new CalDateTime(stage.From),
        // The end of a whole-day event is the day after its last.
        End = new CalDateTime(stage.To.AddDays(1)),
        Transparency = "TRANSPARENT",
    };

    private static CalendarEvent Deadline(Consultation consultation, string site, string host, CalDateTime stamp) => new()
    {
        Uid = $"{consultation.ObjectId}.masukan@{host}",
        DtStamp = stamp,
        Summary = T($"Batas masukan: {consultation.Title}", $"Input closes: {consultation.Title}"),
        Url = new Uri(site + Urls.Consultation(consultation)),
        Start = new CalDateTime((consultation.Timetable.InputClosesAt - DeadlineShown).UtcDateTime, "UTC"),
        End = new CalDateTime(consultation.Timetable.InputClosesAt.UtcDateTime, "UTC"),
        Transparency = "TRANSPARENT",
    };
}
