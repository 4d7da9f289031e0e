/** The diagnoses from which a chiropractor chooses: ICD-10-CM as data; no store and no screen. */
@NullMarked
@ApplicationModule(allowedDependencies = "shared")
package io.plumbline.diagnoses;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
