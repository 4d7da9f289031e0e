package io.plumbline.imports;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The product that wrote the file. The ids of patients are compared within one clinic and one source. */
public enum ImportSource {
    CLINIKO(
            "Cliniko",
            "preferredfirstname",
            "genderidentity",
            "address3",
            "suburb",
            "postcode",
            "medicare",
            "medicarereferencenumber",
            "dvacardnumber",
            "remindertype",
            "referralsource",
            "invoicedefaultto",
            "invoiceemail",
            "invoiceextrainformation",
            "appointmentnotes",
            "oldreferenceid",
            "acceptedprivacypolicy",
            "acceptedemailmarketing",
            "acceptedsmsmarketing",
            "archivedat",
            "bookingid",
            "appointmenttype",
            "startsat",
            "endsat",
            "treatmentnoteid"),
    JANE(
            "Jane",
            "patientguid",
            "guid",
            "patientnumber",
            "preferredname",
            "healthnumber",
            "province",
            "postal",
            "staffmember"),
    CHIROTOUCH("ChiroTouch", "accountnumber", "account", "cellphone", "doctor", "visittype"),
    SPREADSHEET("Spreadsheet or other");

    /** One may be by chance in a file of any product. */
    private static final int ENOUGH = 2;

    private final String label;
    private final Set<String> headings;

    /** @param headings those of its files that most spreadsheets do not have, as {@link ImportField#plain} has them */
    ImportSource(String label, String... headings) {
        this.label = label;
        this.headings = Set.of(headings);
    }

    /**
     * Returns the product that a file is of by its headings: the one of which it has the most, at least two. A
     * spreadsheet if two products fit equally, or none does.
     */
    static ImportSource of(List<String> ofFile) {
        var plain = ofFile.stream().map(ImportField::plain).collect(Collectors.toUnmodifiableSet());
        var most = Arrays.stream(values())
                .mapToLong(one -> one.countIn(plain))
                .max()
                .orElse(0);
        var fitting = Arrays.stream(values())
                .filter(one -> one.countIn(plain) == most)
                .toList();
        return most >= ENOUGH && fitting.size() == 1 ? fitting.getFirst() : SPREADSHEET;
    }

    private long countIn(Set<String> ofFile) {
        return headings.stream().filter(ofFile::contains).count();
    }

    /** Returns the name as shown. */
    public String label() {
        return label;
    }
}
