import { defineTexts } from '../base/language.ts'

/** What each failure says: a title, what happened, and what to do next. */
export const errorTexts = defineTexts({
  da: {
    forbidden: {
      title: 'Du har ikke adgang til denne side',
      text: 'Siden er kun for dem, der har brug for den i deres arbejde. Forsøget er noteret i loggen.',
      next: 'Mangler du adgang i dit arbejde, så skriv til sekretariatet i din politikreds, og oplys henvisningen.',
    },
    'not-found': {
      title: 'Siden findes ikke',
      text: 'Adressen er forkert, eller siden er flyttet.',
      next: 'Se efter, om adressen er skrevet rigtigt, eller find siden gennem menuen.',
    },
    conflict: {
      title: 'En anden har gemt en ændring, mens du skrev',
      text: 'Din ændring er ikke gemt.',
      next: 'Gå tilbage, kopiér det, du skrev, og åbn siden igen, så du ser den nyeste udgave.',
    },
    invalid: {
      title: 'Oplysningerne kunne ikke bruges',
      text: 'Noget i det, du sendte, mangler eller er forkert. Intet er gemt.',
      next: 'Gå tilbage, ret det, og send igen.',
    },
    'stale-form': {
      title: 'Formularen er for gammel',
      text: 'Siden har stået åben for længe, eller du har logget ind igen. Intet er gemt.',
      next: 'Gå tilbage, kopiér det, du skrev, hent siden igen, og send.',
    },
    'signed-out': {
      title: 'Du er logget ud',
      text: 'Det, du sendte, er ikke gemt.',
      next: 'Gå tilbage, og kopiér det, du skrev. Log så ind, åbn siden igen, og send.',
    },
    'too-large': {
      title: 'Filen er for stor',
      text: 'En fil må højst fylde 20 MB. Intet er gemt.',
      next: 'Gem filen uden billeder, eller del den i to, og prøv igen.',
    },
    'too-many': {
      title: 'Vent lidt',
      text: 'Der er kommet for mange forsøg på kort tid.',
      next: 'Vent et minut, og prøv igen.',
    },
    failed: {
      title: 'Der er sket en fejl i Samvirk',
      text: 'Det er ikke din skyld. Det, du var ved at gemme, er ikke gemt.',
      next: 'Prøv igen om lidt. Sker det igen, så skriv til sekretariatet, og oplys henvisningen.',
    },
    busy: {
      title: 'Der er travlt lige nu',
      text: 'Filen er ikke lavet endnu, fordi mange andre bliver lavet samtidig. Intet er gået tabt.',
      next: 'Prøv igen om lidt.',
    },
    closed: {
      title: 'Samvirk er lukket et øjeblik',
      text: 'Programmet bliver opdateret. Det, der er gemt, er i behold.',
      next: 'Prøv igen om nogle minutter.',
    },
  },
  en: {
    forbidden: {
      title: 'You do not have access to this page',
      text: 'The page is only for those who need it in their work. The attempt is noted in the log.',
      next: 'If you need access in your work, write to the secretariat of your police district and quote the reference.',
    },
    'not-found': {
      title: 'The page does not exist',
      text: 'The address is wrong, or the page has moved.',
      next: 'Check the address, or find the page through the menu.',
    },
    conflict: {
      title: 'Somebody else saved a change while you were writing',
      text: 'Your change is not saved.',
      next: 'Go back, copy what you wrote, and open the page again to see the newest version.',
    },
    invalid: {
      title: 'The information could not be used',
      text: 'Something in what you sent is missing or wrong. Nothing is saved.',
      next: 'Go back, correct it and send it again.',
    },
    'stale-form': {
      title: 'The form is too old',
      text: 'The page has been open for too long, or you have signed in again. Nothing is saved.',
      next: 'Go back, copy what you wrote, load the page again and send it.',
    },
    'signed-out': {
      title: 'You are signed out',
      text: 'What you sent is not saved.',
      next: 'Go back and copy what you wrote. Then sign in, open the page again and send it.',
    },
    'too-large': {
      title: 'The file is too large',
      text: 'A file may be at most 20 MB. Nothing is saved.',
      next: 'Save the file without pictures, or split it in two, and try again.',
    },
    'too-many': {
      title: 'Wait a little',
      text: 'There have been too many attempts in a short time.',
      next: 'Wait a minute and try again.',
    },
    failed: {
      title: 'Something went wrong in Samvirk',
      text: 'It is not your fault. What you were saving is not saved.',
      next: 'Try again shortly. If it happens again, write to the secretariat and quote the reference.',
    },
    busy: {
      title: 'It is busy just now',
      text: 'The file has not been made yet, because many others are being made at the same time. Nothing is lost.',
      next: 'Try again shortly.',
    },
    closed: {
      title: 'Samvirk is closed for a moment',
      text: 'The program is being updated. What is saved is safe.',
      next: 'Try again in a few minutes.',
    },
  },
})
