global using System.ComponentModel.DataAnnotations;
global using BackOffice.Domain.Platform;
global using Microsoft.EntityFrameworkCore;
global using Microsoft.EntityFrameworkCore.Metadata.Builders;
