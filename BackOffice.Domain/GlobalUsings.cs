global using System.ComponentModel.DataAnnotations;
global using BackOffice.Domain.Platform;
global using BackOffice.Domain.Platform.Saving;
global using Microsoft.EntityFrameworkCore;
global using Microsoft.EntityFrameworkCore.Metadata.Builders;
