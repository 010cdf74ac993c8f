using Bungo.Forum.Domain.Accounts;
using Bungo.Forum.Domain.Consultations;
using Bungo.Forum.Domain.Discussions;
using Bungo.Forum.Web.Data;
using Bungo.Forum.Web.Features.Consultations;
using Bungo.Forum.Web.Tests.Features.Recruitment;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Bungo.Forum.Web.Tests.Features.Consultations;

internal static class GivenConsultations
{
    /// <summary>Published an hour ago, input open for ten days more, adopted in a month.</summary>
    public static Timetable OpenNow(this ForumHost host) =>
        new(host.Now.AddHours(-1), host.Now.AddMinutes(-30), host.Now.AddDays(10), host.Now.AddDays(30));

    public static async Task<Consultation> AConsultationAsync(this ForumHost host, string code, Timetable? timetable = null, string title = "Kriteria PPPK")
    {
        await host.ImportAsync(RoundDocument.Sound(code));
        return await host.AConsultationOfAsync(code, timetable ?? host.OpenNow(), title);
    }

    /// <summary>On the newest criteria of a round that is there.</summary>
    public static async Task<Consultation> AConsultationOfAsync(this ForumHost host, string code, Timetable timetable, string title)
    {
        var official = await host.AnAccountAsync(Role.Pejabat);
        await using var scope = host.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ForumDb>();
        var round = await db.Rounds.SingleAsync(r => r.Code == code);
        var by = await db.Accounts.SingleAsync(a => a.Id == official.Id);
        var opening = scope.ServiceProvider.GetRequiredService<ConsultationOpening>();
        return (await opening.PublishAsync(by, title, "Ringkasan **singkat**.", round, timetable, default)).Value;
    }

    public static Task<Topic> TopicOfAsync(this ForumHost host, Consultation consultation, string criterion) =>
        host.WithDbAsync(db => db.Topics.SingleAsync(t => t.ConsultationId == consultation.Id && t.CriterionCode == criterion && t.PartOfId == null));
}
