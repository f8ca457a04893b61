global using BackOffice.Benchmarks.Platform;
global using BackOffice.Domain.Platform;
global using Microsoft.EntityFrameworkCore;
