namespace Bungo.Forum.Domain.Discussions;

public static class DiscussionRefusals
{
    public static readonly Refusal TopicLocked = new("topic-locked");
    public static readonly Refusal InputNotOpenYet = new("input-not-open-yet");
    public static readonly Refusal InputClosed = new("input-closed");
    public static readonly Refusal BodyMissing = new("body-missing");
    public static readonly Refusal BodyTooLong = new("body-too-long", Post.LongestBody);
    public static readonly Refusal TitleMissing = new("title-missing");
    public static readonly Refusal TitleTooLong = new("title-too-long", Topic.LongestTitle);
    public static readonly Refusal ParentElsewhere = new("parent-elsewhere");
    public static readonly Refusal ParentNotReadable = new("parent-not-readable");
    public static readonly Refusal NotYourPost = new("not-your-post");
    public static readonly Refusal PostGone = new("post-gone");
    public static readonly Refusal OwnPostSupport = new("own-post-support");
    public static readonly Refusal NothingChanged = new("nothing-changed");
}
