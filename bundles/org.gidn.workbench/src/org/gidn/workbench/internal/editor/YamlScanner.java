// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.internal.editor;

import org.eclipse.jface.resource.ColorRegistry;
import org.eclipse.jface.text.TextAttribute;
import org.eclipse.jface.text.rules.EndOfLineRule;
import org.eclipse.jface.text.rules.ICharacterScanner;
import org.eclipse.jface.text.rules.IRule;
import org.eclipse.jface.text.rules.IToken;
import org.eclipse.jface.text.rules.RuleBasedScanner;
import org.eclipse.jface.text.rules.SingleLineRule;
import org.eclipse.jface.text.rules.Token;
import org.eclipse.jface.text.rules.WhitespaceRule;
import org.gidn.workbench.internal.Ids;

/** Colours an experiment file: comments, keys, quoted texts, numbers. */
final class YamlScanner extends RuleBasedScanner {
    static final String COMMENT = Ids.PLUGIN + ".yaml.comment";
    static final String KEY = Ids.PLUGIN + ".yaml.key";
    static final String TEXT = Ids.PLUGIN + ".yaml.text";
    static final String NUMBER = Ids.PLUGIN + ".yaml.number";

    YamlScanner(ColorRegistry colours) {
        IToken text = token(colours, TEXT);
        setRules(
                new EndOfLineRule("#", token(colours, COMMENT)),
                new SingleLineRule("\"", "\"", text, '\\'),
                new SingleLineRule("'", "'", text),
                new WhitespaceRule(Character::isWhitespace),
                new WordRule(token(colours, KEY), token(colours, NUMBER)));
    }

    private static IToken token(ColorRegistry colours, String id) {
        return new Token(new TextAttribute(colours.get(id)));
    }

    /** A word is a key if a colon follows it, and a number if it reads as one. */
    private record WordRule(IToken key, IToken number) implements IRule {
        @Override
        public IToken evaluate(ICharacterScanner scanner) {
            StringBuilder word = new StringBuilder();
            int c = scanner.read();
            while (c != ICharacterScanner.EOF && (Character.isLetterOrDigit(c) || "_./+-".indexOf(c) >= 0)) {
                word.append((char) c);
                c = scanner.read();
            }
            scanner.unread();
            if (word.isEmpty()) {
                return Token.UNDEFINED;
            }
            if (c == ':') {
                return key;
            }
            return word.toString().matches("[+-]?[0-9][0-9_.]*([eE][+-]?[0-9]+)?(/[0-9]+)?")
                    ? number
                    : Token.WHITESPACE;
        }
    }
}
