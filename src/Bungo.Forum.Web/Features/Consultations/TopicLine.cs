using System.Globalization;
using Bungo.Forum.Domain.Discussions;

namespace Bungo.Forum.Web.Features.Consultations;

/// <summary>A free topic among others: the one last written in stands first.</summary>
public static class TopicLine
{
    public static string SortKey(Topic topic) => string.Create(CultureInfo.InvariantCulture, $"{topic.LastPostAt.UtcTicks:D19}.{topic.Id:D19}");
}
