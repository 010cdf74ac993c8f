using Bungo.Forum.Web.Platform.Language;

namespace Bungo.Forum.Web.Features.Recruitment;

/// <summary>
/// What the recruitment core hands over and the site shows: rounds with stages and vacancies, and criteria in
/// every version that was published. The core owns the data; the forum only keeps versions apart so that people
/// can discuss them. Applicants' data never come here.
/// </summary>
public static class RecruitmentFeature
{
    public static IServiceCollection AddRecruitment(this IServiceCollection services)
    {
        services.AddScoped<RoundImport>();
        return services.AddRefusalTexts(
            ("criteria-version-changed", "Versi kriteria ini sudah terbit dengan isi lain. Terbitkan dengan nomor versi baru.", "This criteria version was published with other words. Publish it under a new version number."),
            ("criteria-version-not-newer", "Nomor versi kriteria harus lebih besar daripada yang terakhir terbit.", "The criteria version's number must be greater than the last published."));
    }

    public static WebApplication MapRecruitment(this WebApplication app)
    {
        app.MapRecruitmentApi();
        return app;
    }
}
