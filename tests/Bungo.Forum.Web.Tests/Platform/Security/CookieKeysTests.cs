using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Bungo.Forum.Web.Tests.Platform.Security;

/// <summary>How the keys lie in the database is chosen, and either way what they protect can be read again.</summary>
public class CookieKeysTests(TestPostgres postgres)
{
    [Fact]
    public async Task Without_a_certificate_they_lie_there_in_plain() =>
        Assert.Contains("masterKey", await StoredAsync(new ForumHost(postgres)), StringComparison.Ordinal);

    [Fact]
    public async Task With_a_certificate_they_lie_there_encrypted_to_it()
    {
        var file = Path.Combine(Path.GetTempPath(), $"forum-{Guid.NewGuid():N}.pfx");
        try
        {
            using var key = RSA.Create(2048);
            var request = new CertificateRequest("CN=Forum", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
            using var certificate = request.CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(100));
            await File.WriteAllBytesAsync(file, certificate.Export(X509ContentType.Pkcs12, ForumHost.Password));
            var stored = await StoredAsync(new Certified(postgres, file));
            Assert.Contains("EncryptedData", stored, StringComparison.Ordinal);
            Assert.DoesNotContain("masterKey", stored, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static async Task<string> StoredAsync(ForumHost host)
    {
        await host.InitializeAsync();
        await using var running = host;
        var protector = host.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("uji");
        Assert.Equal("rahasia", protector.Unprotect(protector.Protect("rahasia")));
        return string.Concat(await host.WithDbAsync(db => db.DataProtectionKeys.AsNoTracking().Select(k => k.Xml).ToListAsync()));
    }

    private sealed class Certified(TestPostgres postgres, string file) : ForumHost(postgres)
    {
        protected override Dictionary<string, string?> Settings =>
            new(base.Settings) { ["CookieKeys:Certificate"] = file, ["CookieKeys:Password"] = Password };
    }
}
