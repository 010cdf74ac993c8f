using Bungo.Forum.Domain.Discussions;

namespace Bungo.Forum.Web.Features.Discussions;

/// <summary>The top of a topic as everybody sees it: title, stances, counts. Sent anew when a count moves.</summary>
public sealed record TopicHead(
    long Id, string Title, string? CriterionCode, StanceCount Stances, int PostCount, int InputCount, int AnsweredCount, Domain.Discussions.Lock? Lock)
{
    public static TopicHead Of(Topic topic) => new(
        topic.Id, topic.Title, topic.CriterionCode, topic.Stances, topic.LastNumber, topic.InputCount, topic.AnsweredCount, topic.Lock);
}
