/**
 * The diagnoses from which a chiropractor chooses: ICD-10-CM, those that ship as data and those of the official order
 * file, which a command imports; no screen.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "access"})
package io.plumbline.diagnoses;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
