namespace Bungo.Forum.Domain.Accounts;

/// <summary>One thing a person may be let do. Pages, API and hub name these; nothing in the program asks for a role.</summary>
public enum Permission
{
    /// <summary>Post, reply, support, flag, vote: what any member may.</summary>
    Participate,

    /// <summary>Open topics outside the criteria, on behalf of the office or as a member.</summary>
    OpenTopic,

    /// <summary>Speak with the office's name: posts are marked official.</summary>
    SpeakForOffice,

    PublishConsultation,
    PublishAnnouncement,
    OpenPoll,
    ImportRecruitment,
    Moderate,
    CompileReport,
    ReadStatistics,

    /// <summary>Destroy the words of a post that the law wants gone, once a moderator has hidden it.</summary>
    EraseByLaw,
    Administer,
}
