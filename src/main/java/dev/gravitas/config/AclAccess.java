package dev.gravitas.config;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclEntryPermission;
import java.nio.file.attribute.AclEntryType;
import java.nio.file.attribute.AclFileAttributeView;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.UserPrincipal;
import java.util.EnumSet;
import java.util.List;

/// An access control list with one entry: the user, everything (Windows).
record AclAccess() implements OwnerOnlyAccess {
    @Override
    public FileAttribute<?> attribute() throws IOException {
        var everything = AclEntry.newBuilder()
                .setType(AclEntryType.ALLOW)
                .setPrincipal(user())
                .setPermissions(EnumSet.allOf(AclEntryPermission.class))
                .build();
        return new AclAttribute(List.of(everything));
    }

    @Override
    public void require(Path file) throws IOException {
        OwnerOnlyAccess.requireOwner(file, OwnerOnlyAccess.currentUser(file.resolveSibling("")));
        var view = Files.getFileAttributeView(file, AclFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
        if (view == null) {
            throw new IOException("The file system of " + file + " cannot keep files from others."
                    + " Use a data folder on another disk.");
        }
        var user = user();
        for (var entry : view.getAcl()) {
            if (entry.type() == AclEntryType.ALLOW && !entry.principal().equals(user)) {
                throw new IOException(file + " is open to " + entry.principal().getName()
                        + ", so what it says may be known. Remove it.");
            }
        }
    }

    private static UserPrincipal user() throws IOException {
        return FileSystems.getDefault()
                .getUserPrincipalLookupService()
                .lookupPrincipalByName(System.getProperty("user.name"));
    }

    private record AclAttribute(List<AclEntry> value) implements FileAttribute<List<AclEntry>> {
        @Override
        public String name() {
            return "acl:acl";
        }
    }
}
