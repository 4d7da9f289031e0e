package io.plumbline.records.ui.disclosures;

import io.plumbline.access.signin.IdentityService;
import io.plumbline.documents.DocumentDownloads;
import io.plumbline.records.disclosures.DisclosureService;
import org.springframework.stereotype.Component;

/** Creates the dialog that makes the report of a patient's disclosures. */
@Component
class DisclosureReportDialogFactory {
    private final DisclosureService disclosures;
    private final IdentityService identity;
    private final DocumentDownloads downloads;

    DisclosureReportDialogFactory(
            DisclosureService disclosures, IdentityService identity, DocumentDownloads downloads) {
        this.disclosures = disclosures;
        this.identity = identity;
        this.downloads = downloads;
    }

    /** @param number the number of the patient; may be empty */
    DisclosureReportDialog create(String number) {
        return new DisclosureReportDialog(disclosures, identity, downloads, number);
    }
}
