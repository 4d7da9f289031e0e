package io.plumbline.documents.preview;

/**
 * One page of a file, as a picture of at most 1,600 pixels a side.
 *
 * @param png the picture; nothing of the file itself is in it but what is seen
 * @param page from 1
 * @param pages how many the file has; 1 for a picture
 */
public record PagePicture(byte[] png, int page, int pages) {}
