// SPDX-License-Identifier: Apache-2.0
package org.gidn.acceptance.window;

/** What a user does in the workbench, over several starts of it. */
interface Story {
    /**
     * Plays what belongs to one start of the program, whose end it asks for. Not called on the window's thread.
     *
     * @param chapter counts the starts from 1
     */
    void play(int chapter) throws Exception;
}
