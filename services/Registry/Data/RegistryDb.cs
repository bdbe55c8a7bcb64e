using Microsoft.EntityFrameworkCore;
using Technopark.Registry.Domain;
using Technopark.ServiceKit.Data;

namespace Technopark.Registry.Data;

internal sealed class RegistryDb(DbContextOptions<RegistryDb> options) : CentreDb(options)
{
    public DbSet<Company> Companies => Set<Company>();
}
