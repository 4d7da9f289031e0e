/** Backups: the store, the files on records and the keys in one encrypted file, which is verified by restoring it. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "startup", "access"})
package io.plumbline.backup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
