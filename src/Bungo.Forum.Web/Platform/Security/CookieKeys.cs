using System.Security.Cryptography.X509Certificates;
using Bungo.Forum.Web.Data;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;

namespace Bungo.Forum.Web.Platform.Security;

/// <summary>
/// The keys of cookies, forms and mail links. They stand in the database, so that all nodes share them and a backup
/// has them (decision 9), and by choice in plain: a key beside them would protect them from nobody who reads the
/// database's disk. An operator who keeps a certificate elsewhere names it, and new keys are stored encrypted to it;
/// the old stay readable. See decision 11.
/// </summary>
internal static class CookieKeys
{
    public static IServiceCollection AddCookieKeys(this IServiceCollection services, IConfiguration configuration)
    {
        var keys = services.AddDataProtection().SetApplicationName("bungo-forum").PersistKeysToDbContext<ForumDb>();
        if (configuration["CookieKeys:Certificate"] is { Length: > 0 } file)
            keys.ProtectKeysWithCertificate(X509CertificateLoader.LoadPkcs12FromFile(file, configuration["CookieKeys:Password"]));
        else
            services.Configure<KeyManagementOptions>(o => o.XmlEncryptor = new NullXmlEncryptor());
        return services;
    }
}
