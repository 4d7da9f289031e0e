/** The connection to the database: transactions with a time limit, retries, and what happens while it is away. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared"})
package io.plumbline.store;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
