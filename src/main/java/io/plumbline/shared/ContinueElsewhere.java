package io.plumbline.shared;

/** Refuses what belongs to another record, such as the one into which this one was merged, and says where it is. */
public final class ContinueElsewhere extends Refused {
    private static final long serialVersionUID = 1L;

    private final String link;
    private final String address;

    /**
     * @param sentence what the rule is, and where to continue; without a period at its end
     * @param link the words of the link
     * @param address where it leads, of {@link Routes}
     */
    public ContinueElsewhere(String sentence, String link, String address) {
        super(sentence);
        this.link = link;
        this.address = address;
    }

    /** Returns the words of the link. */
    public String link() {
        return link;
    }

    /** Returns where the link leads. */
    public String address() {
        return address;
    }
}
