package io.plumbline.plans;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/**
 * The version of a plan template from which the services and the ends of the phases of a plan came.
 *
 * @param template the id of a template of the clinics, or the key of an example; at most 36 characters
 * @param version from 1
 * @param name what the template was called in that version, at most 120 characters
 */
@Embeddable
public record TemplateOrigin(
        @Column(name = "template_id") String template,
        @Column(name = "template_version") int version,
        @Column(name = "template_name") String name) {
    /** Returns the name and the version. */
    public String words() {
        return name + ", version " + version;
    }
}
