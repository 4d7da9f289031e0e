/** The shell of every screen: layout, navigation, and the page for what is not available. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"shared", "clinics", "access", "access::accounts", "access::breakglass", "access::proof"
        })
package io.plumbline.shell;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
